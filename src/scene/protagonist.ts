import { within } from '../charts/index.ts';
import type { Thing } from '../model/plan.ts';
import type { World } from '../model/world.ts';

/**
 * The server that acts: one that suspects its partner, takes over or gives back; else the first. With
 * several pairs it is in the one in which something has happened last.
 */
export function protagonistOf(w: World): Thing {
  let found = 0;
  for (let row = 1; row < w.server.rows; row++) {
    const idle = ['off', 'monitoring'].some((state) =>
      within('failoverMonitor', w.server.monitor[row]!, state),
    );
    const later = found === 0 || w.server.monitorSince[row]! > w.server.monitorSince[found]!;
    if (!idle && later && w.server.partner[row] !== found) found = row;
  }
  return { table: 'server', row: found || 1 };
}
