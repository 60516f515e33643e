import { diskShare } from '../delays.ts';
import { isReadable } from '../shelves.ts';
import { takeoverProgress } from '../takeoverProgress.ts';
import type { Sim } from '../sim.ts';
import type { Acts } from './index.ts';

const takerOf = (sim: Sim, disk: number): number =>
  sim.world.server.partner[sim.world.disk.home[disk]!]!;

/** A disk does not answer a reservation; RAID may let the taker do without it. */
export function tellReserveFailed(sim: Sim, disk: number): void {
  const taker = takerOf(sim, disk);
  sim.cause = sim.tell('disk.reserve-failed', disk, taker);
  if (isReadable(sim, sim.world.disk.lun[disk]!)) sim.cause = sim.tell('disk.skipped', disk, taker);
  takeoverProgress(sim, taker);
}

export const disk: Acts = {
  tellReserving: (sim, disk) => void sim.tell('disk.reserving', disk, takerOf(sim, disk)),

  tellReserved: (sim, disk) => void sim.tell('disk.reserved', disk, takerOf(sim, disk)),

  tellReserveFailed: (sim, disk) => tellReserveFailed(sim, disk),

  orderLabel(sim, disk) {
    // The taker writes the label once the reservation holds; a dead taker writes nothing.
    const share = diskShare(sim, sim.plan.settings.fence, sim.world.disk.home[disk]!);
    sim.later(share - (share >> 1), 'label', disk);
  },

  tellOwnerChanged(sim, disk) {
    sim.cause = sim.tell(
      'disk.owner-changed',
      disk,
      sim.world.disk.owner[disk]!,
      takerOf(sim, disk),
    );
    takeoverProgress(sim, takerOf(sim, disk));
  },

  confirmHeld: (sim, disk) => takeoverProgress(sim, takerOf(sim, disk)),

  tellReleased(sim, disk) {
    const taker = takerOf(sim, disk);
    sim.cause = sim.tell('disk.released', disk, taker);
    const home = sim.world.disk.home[disk]!;
    if (sim.world.disk.owner[disk] !== home) {
      sim.cause = sim.tell('disk.owner-changed', disk, sim.world.disk.owner[disk]!, home);
    }
    takeoverProgress(sim, taker);
  },
};
