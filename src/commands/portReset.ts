import type { Command } from './command.ts';
import { ofPort } from './reach.ts';

export const portReset: Command = {
  id: 'port.reset',
  label: 'Crash the adapter’s firmware',
  table: 'port',
  key: 'C',
  glyph: 'panic',
  appliesTo: (w, row) => {
    if (!w.port.light[row]) return 'It is dark; its firmware is not in use.';
    return !w.port.resetting[row] || 'Its firmware starts already.';
  },
  reach: ofPort,
  outcome: (_w, row) => ({
    facts: [['port.crashed', row]],
    then: 'adapter initializes',
  }),
};
