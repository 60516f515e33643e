import type { Command } from './command.ts';
import { ofPort } from './reach.ts';

export const portFlap: Command = {
  id: 'port.flap',
  label: 'Flap: light comes and goes',
  table: 'port',
  key: 'F',
  glyph: 'cut',
  appliesTo: (w, row) => {
    if (w.port.broken[row]) return 'It is dead.';
    return !w.port.flapping[row] || 'It flaps already.';
  },
  reach: ofPort,
  outcome: (_w, row) => ({ facts: [['port.flapping', row]], then: 'port flaps' }),
};
