import { takeoverProgress } from '../takeoverProgress.ts';
import type { Acts } from './index.ts';

export const diskHealth: Acts = {
  tellGone(sim, disk) {
    const w = sim.world;
    sim.signal('disk', disk, 'fail');
    takeoverProgress(sim, w.server.partner[w.disk.home[disk]!]!);
  },

  joinSet: (sim, disk) => sim.later(0, 'claim', disk),

  tellRebuilt: (sim, disk) => void sim.tell('disk.rebuilt', disk),
};
