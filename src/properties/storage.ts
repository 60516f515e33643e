import { isIn } from '../charts/index.ts';
import type { Plan } from '../model/plan.ts';
import type { World } from '../model/world.ts';

/** A disk that does not answer takes no write; RAID does without it. */
export const working = isIn('diskHealth', 'working');

/** Whether a server has a path to every shelf of `home`. */
export function reaches(w: World, server: number, home: number): boolean {
  const cut = server === home ? w.shelf.homeCut : w.shelf.partnerCut;
  for (let row = 1; row < w.shelf.rows; row++)
    if (w.shelf.home[row] === home && cut[row]) return false;
  return true;
}

/** RAID can do without one disk of a LUN, and without no more. */
export function isReadable(w: World, lun: number): boolean {
  const first = w.lun.firstDisk[lun]!;
  const disks = w.lun.disks[lun]!;
  let works = 0;
  for (let disk = first; disk < first + disks; disk++) if (working(w.disk.health[disk]!)) works++;
  return works > 0 && works >= disks - 1;
}

const disksByHome = new WeakMap<Plan, readonly (readonly number[])[]>();

/** The disks of a server, which never change their home. */
export function disksOf(w: World, home: number): readonly number[] {
  let lists = disksByHome.get(w.plan);
  if (!lists) {
    const empty: number[][] = Array.from({ length: w.server.rows }, () => []);
    for (let disk = 1; disk < w.disk.rows; disk++) empty[w.disk.home[disk]!]!.push(disk);
    disksByHome.set(w.plan, (lists = empty));
  }
  return lists[home]!;
}

/** Every disk of this server answers. */
export function allWork(w: World, home: number): boolean {
  return disksOf(w, home).every((disk) => working(w.disk.health[disk]!));
}
