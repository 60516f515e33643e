import { within } from '../charts/index.ts';
import type { Thing } from '../model/plan.ts';
import type { World } from '../model/world.ts';

/** The server that acts: one that suspects its partner, takes over or gives back; else the first. */
export function protagonistOf(w: World): Thing {
  for (let row = 1; row < w.server.rows; row++) {
    const idle = ['off', 'monitoring'].some((state) =>
      within('failoverMonitor', w.server.monitor[row]!, state),
    );
    if (!idle) return { table: 'server', row };
  }
  return { table: 'server', row: 1 };
}
