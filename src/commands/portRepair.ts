import type { Command } from './command.ts';
import { reachesNothing } from './command.ts';

export const portRepair: Command = {
  id: 'port.repair',
  label: 'Repair port',
  table: 'port',
  key: 'R',
  glyph: 'up',
  appliesTo: (w, row) => {
    const { broken, maintenance, mute, dropsData, offline, flapping } = w.port;
    const ails = [broken, maintenance, mute, dropsData, offline, flapping].some((is) => is[row]);
    return ails || 'Nothing to mend: it works.';
  },
  reach: () => reachesNothing,
  outcome: (w, row) => ({
    facts: [['port.repaired', row]],
    signals: w.port.maintenance[row] ? [{ chart: 'physicalPort', row, signal: 'release' }] : [],
  }),
};
