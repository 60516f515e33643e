import type { Command } from './command.ts';
import { ofPort } from './reach.ts';

export const portHalfOpen: Command = {
  id: 'port.half-open',
  label: 'Half-open: it hears, nothing leaves',
  table: 'port',
  key: 'H',
  glyph: 'hung',
  appliesTo: (w, row) => {
    if (!w.port.light[row]) return 'It is dark; a half-open link needs light.';
    return !w.port.mute[row] || 'It is half-open already.';
  },
  reach: ofPort,
  outcome: (_w, row) => ({ facts: [['port.half-open', row]], then: 'port is probed' }),
};
