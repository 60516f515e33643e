import type { Command } from './command.ts';
import { reachesNothing } from './command.ts';

/** Servers of different versions lay out their logs differently; neither can replay the other’s. */
export const serverUpgrade: Command = {
  id: 'server.upgrade',
  label: 'Upgrade its software',
  table: 'server',
  key: 'U',
  glyph: 'maintenance',
  appliesTo: (w, row) =>
    w.server.version[row]! <= w.server.version[w.server.partner[row]!]! ||
    'It already runs the newer version.',
  reach: () => reachesNothing,
  outcome: (w, row) => ({ facts: [['server.upgraded', row, w.server.version[row]! + 1]] }),
};
