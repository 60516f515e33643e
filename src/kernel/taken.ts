import { loggedWrites } from './nvram.ts';
import { health } from './states.ts';
import type { Sim } from './sim.ts';

const disksOfPartner = (sim: Sim, server: number): readonly number[] =>
  sim.wiring.disks[sim.world.server.partner[server]!]!;

/** Disks of the partner that this server has taken, or is about to have. */
export const takenDisks = (sim: Sim, server: number): readonly number[] => {
  const { disk } = sim.world;
  return disksOfPartner(sim, server).filter(
    (row) =>
      disk.owner[row] === server || disk.reservation[row] === server || disk.taker[row] === server,
  );
};

/** It owns every disk of its partner that works. */
export const ownsAll = (sim: Sim, server: number): boolean =>
  disksOfPartner(sim, server).every(
    (disk) =>
      sim.world.disk.owner[disk] === server || !health.working(sim.world.disk.health[disk]!),
  );

/** The partner’s log is its own to write out: it has replayed it since the partner last served. */
export function holdsTheLog(sim: Sim, server: number): boolean {
  const w = sim.world;
  const replayedAt = w.server.replayedAt[server]!;
  return replayedAt > 0 && replayedAt >= w.server.servedAt[w.server.partner[server]!]!;
}

/** It holds writes for its partner that nobody else has. */
export const holdsWrites = (sim: Sim, server: number): boolean =>
  holdsTheLog(sim, server) && loggedWrites(sim, server, sim.world.server.partner[server]!) > 0;
