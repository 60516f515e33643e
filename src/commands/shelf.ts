import type { Command } from './command.ts';
import { reachesNothing } from './command.ts';

/** The mailbox lies on disks of the shelf: stamps, and who wants to take over whom. */
export const mailboxFail: Command = {
  id: 'mailbox.fail',
  label: 'Make the mailbox unreadable',
  table: 'shelf',
  key: 'B',
  glyph: 'down',
  appliesTo: (w, row) => !w.shelf.mailboxUnreadable[row] || 'It cannot be read already.',
  reach: () => reachesNothing,
  outcome: (_w, row) => ({ facts: [['mailbox.failed', row]] }),
};

export const shelfMend: Command = {
  id: 'shelf.mend',
  label: 'Mend shelf',
  table: 'shelf',
  key: 'R',
  glyph: 'mend',
  appliesTo: (w, row) => w.shelf.mailboxUnreadable[row] === 1 || 'Nothing to mend: it works.',
  reach: () => reachesNothing,
  outcome: (_w, row) => ({ facts: [['shelf.mended', row]] }),
};
