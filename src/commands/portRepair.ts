import { isIn } from '../charts/index.ts';
import type { Command } from './command.ts';
import type { World } from '../model/world.ts';
import { reachesNothing } from './command.ts';

/** Its server was restarted meanwhile, and it was kept from signing in. */
const dark = isIn('physicalPort', 'dark');
const kept = (w: World, port: number): boolean =>
  w.port.light[port] === 1 && dark(w.port.monitor[port]!);

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
    signals: w.port.maintenance[row]
      ? [{ chart: 'physicalPort', row, signal: kept(w, row) ? 'light-back' : 'release' }]
      : [],
  }),
};
