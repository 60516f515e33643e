import { diskState, monitor } from '../states.ts';
import { takeoverProgress } from '../takeoverProgress.ts';
import type { Acts } from './index.ts';

export const diskHealth: Acts = {
  tellGone(sim, disk) {
    const w = sim.world;
    sim.signal('disk', disk, 'fail');
    takeoverProgress(sim, w.server.partner[w.disk.home[disk]!]!);
  },

  joinSet(sim, disk) {
    const w = sim.world;
    const taker = w.server.partner[w.disk.home[disk]!]!;
    // Whoever holds the set reserves the new disk like the others.
    const wanted = monitor.takes(w.server.monitor[taker]!);
    if (wanted && diskState.settled(w.disk.state[disk]!)) sim.signal('disk', disk, 'reserve');
  },

  tellRebuilt: (sim, disk) => void sim.tell('disk.rebuilt', disk),
};
