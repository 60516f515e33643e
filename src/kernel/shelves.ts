import type { Sim } from './sim.ts';

/** The shelf that holds the disks of this server, and the mailbox on them. */
export const shelfOf = (sim: Sim, home: number): number =>
  sim.world.disk.shelf[sim.wiring.disks[home]![0] ?? 0]!;
