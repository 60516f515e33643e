import { health } from './states.ts';
import type { Sim } from './sim.ts';

/** The shelf that holds the disks of this server, and the mailbox on them. */
export const shelfOf = (sim: Sim, home: number): number =>
  sim.world.disk.shelf[sim.wiring.disks[home]![0] ?? 0]!;

/** Whether a server has a path to the shelf of `home`. */
export function reaches(sim: Sim, server: number, home: number): boolean {
  const { shelf } = sim.world;
  const row = shelfOf(sim, home);
  return (server === home ? shelf.homeCut[row] : shelf.partnerCut[row]) === 0;
}

/** RAID: a LUN is readable while at most one disk of it does not work, and one does. */
export function isReadable(sim: Sim, lun: number): boolean {
  const w = sim.world;
  const first = w.lun.firstDisk[lun]!;
  const disks = w.lun.disks[lun]!;
  let missing = 0;
  for (let disk = first; disk < first + disks; disk++)
    if (!health.working(w.disk.health[disk]!)) missing++;
  return missing <= 1 && missing < disks;
}

/** Every LUN of a server is readable. */
export const isWhole = (sim: Sim, home: number): boolean =>
  sim.wiring.luns[home]!.every((lun) => isReadable(sim, lun));

/** Whether a log can be written to the disks of `home` from this server. */
export const canWrite = (sim: Sim, server: number, home: number): boolean =>
  reaches(sim, server, home) && isWhole(sim, home);
