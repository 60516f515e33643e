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
  appliesTo: (w, row) => {
    const { mailboxUnreadable, homeCut, partnerCut } = w.shelf;
    const whole = !mailboxUnreadable[row] && !homeCut[row] && !partnerCut[row];
    return !whole || 'Nothing to mend: it works.';
  },
  reach: () => reachesNothing,
  outcome: (_w, row) => ({ facts: [['shelf.mended', row]] }),
};

/** The server sees fewer of its shelves than its partner does. */
export const shelfCutHome: Command = {
  id: 'shelf.cut-home',
  label: 'Cut the path of its own server',
  table: 'shelf',
  key: 'X',
  glyph: 'cut',
  appliesTo: (w, row) => !w.shelf.homeCut[row] || 'It is cut already.',
  reach: () => reachesNothing,
  outcome: (w, row) => ({ facts: [['shelf.cut-off', row, w.shelf.home[row]!]] }),
};

export const shelfCutPartner: Command = {
  id: 'shelf.cut-partner',
  label: 'Cut the path of the partner',
  table: 'shelf',
  key: 'Y',
  glyph: 'cut',
  appliesTo: (w, row) => !w.shelf.partnerCut[row] || 'It is cut already.',
  reach: () => reachesNothing,
  outcome: (w, row) => ({
    facts: [['shelf.cut-off', row, w.server.partner[w.shelf.home[row]!]!]],
  }),
};
