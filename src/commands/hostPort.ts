import type { Command } from './command.ts';
import { reachesNothing } from './command.ts';
import { ofCable } from './reach.ts';

export const hostPortFail: Command = {
  id: 'host-port.fail',
  label: 'Kill adapter port',
  table: 'hostPort',
  key: 'K',
  glyph: 'down',
  appliesTo: (w, row) => !w.hostPort.broken[row] || 'It is dead already.',
  reach: (w, row) => ofCable(w, w.hostPort.cable[row]!),
  outcome: (_w, row) => ({ facts: [['host-port.broken', row]] }),
};

export const hostPortRepair: Command = {
  id: 'host-port.repair',
  label: 'Repair adapter port',
  table: 'hostPort',
  key: 'R',
  glyph: 'up',
  appliesTo: (w, row) => w.hostPort.broken[row] === 1 || 'Nothing to mend: it works.',
  reach: () => reachesNothing,
  outcome: (_w, row) => ({ facts: [['host-port.repaired', row]] }),
};

export const hostRscnLost: Command = {
  id: 'host.rscn-lost',
  label: 'Miss the next notification',
  table: 'hostPort',
  key: 'N',
  glyph: 'cut',
  appliesTo: (w, row) => !w.hostPort.deaf[row] || 'It will miss the next one already.',
  reach: () => reachesNothing,
  outcome: (_w, row) => ({ facts: [['host-port.deaf', row]] }),
};
