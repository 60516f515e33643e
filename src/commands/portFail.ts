import type { Command } from './command.ts';
import { ofPort } from './reach.ts';

export const portFail: Command = {
  id: 'port.fail',
  label: 'Kill port',
  table: 'port',
  key: 'K',
  glyph: 'down',
  appliesTo: (w, row) => !w.port.broken[row] || 'It is dead already.',
  reach: ofPort,
  outcome: (_w, row) => ({ facts: [['port.broken', row]] }),
};
