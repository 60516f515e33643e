import type { Command } from './command.ts';
import { ofServer } from './reach.ts';
import { server } from './states.ts';

export const serverPowerLoss: Command = {
  id: 'server.power-loss',
  label: 'Power loss',
  table: 'server',
  key: 'P',
  glyph: 'down',
  appliesTo: (w, row) => !server.down(w.server.life[row]!) || 'It is off already.',
  reach: ofServer,
  outcome: (_w, row) => ({
    facts: [['server.power-lost', row]],
    signals: [{ chart: 'server', row, signal: 'power-loss' }],
  }),
};
