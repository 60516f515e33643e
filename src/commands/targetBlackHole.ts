import type { Command } from './command.ts';
import { ofPort } from './reach.ts';

export const targetBlackHole: Command = {
  id: 'target.black-hole',
  label: 'Black hole: drop data, answer checks',
  table: 'port',
  key: 'B',
  glyph: 'hung',
  appliesTo: (w, row) => {
    if (!w.port.light[row]) return 'It is dark; no request reaches it.';
    return !w.port.dropsData[row] || 'It drops all data already.';
  },
  reach: ofPort,
  outcome: (_w, row) => ({ facts: [['port.black-hole', row]], then: 'port is probed' }),
};
