import type { Command } from './command.ts';
import { reachesNothing } from './command.ts';

export const portRepair: Command = {
  id: 'port.repair',
  label: 'Repair port',
  table: 'port',
  key: 'R',
  glyph: 'up',
  appliesTo: (w, row) =>
    w.port.broken[row] === 1 || w.port.maintenance[row] === 1 || 'Nothing to mend: it works.',
  reach: () => reachesNothing,
  outcome: (w, row) => ({
    facts: [['port.repaired', row]],
    signals: w.port.maintenance[row] ? [{ chart: 'physicalPort', row, signal: 'release' }] : [],
  }),
};
