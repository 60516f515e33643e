import { stateOf } from '../charts/index.ts';
import type { Micros } from '../model/time.ts';
import type { World } from '../model/world.ts';
import { diskIs, identityOf, rowsOf, rowsWhere, share } from './look.ts';
import type { DiskMark, LunMark, ShelfMark, SweepMark } from './marks.ts';
import type { Places } from './places.ts';
import { called } from './words.ts';

/** How far the ink edge has swept up a disk, and to whom; null when it is at rest. */
function sweepOf(w: World, disk: number, at: Micros): Pick<SweepMark, 'to' | 'share'> | null {
  const state = stateOf('disk', w.disk.state[disk]!);
  const since = w.disk.since[disk]!;
  const due = w.disk.due[disk]!;
  if (state === 'reserving') {
    return { to: identityOf(w.disk.taker[disk]!), share: 0.5 * share(at, since, due) };
  }
  if (state === 'reserved') {
    // The label is written as long after the reservation as the reservation took.
    const half = Math.max(1, (w.plan.settings.fence / disksOf(w, w.disk.home[disk]!)) * 0.5);
    return {
      to: identityOf(w.disk.taker[disk]!),
      share: 0.5 + 0.5 * share(at, since, since + half),
    };
  }
  if (state === 'releasing')
    return { to: identityOf(w.disk.home[disk]!), share: share(at, since, due) };
  return null;
}

function disksOf(w: World, home: number): number {
  let count = 0;
  for (let disk = 1; disk < w.disk.rows; disk++) if (w.disk.home[disk] === home) count++;
  return Math.max(1, count);
}

export const shelfSpoken = (w: World, home: number): string => `shelf of ${called.server(w, home)}`;

/** Every shelf that has disks, by its home server, with every disk at rest. */
export function shelvesAt(w: World, places: Places): ShelfMark[] {
  return rowsOf(w.server.rows).map((home) => ({
    row: home,
    box: places.shelf[home]!,
    label: w.plan.labels.shelf?.[home] ?? '',
    spoken: shelfSpoken(w, home),
    home: identityOf(home),
    letter: called.server(w, home),
    disks: rowsWhere(w.disk.rows, (disk) => w.disk.home[disk] === home).map((disk) =>
      diskMark(w, disk, places),
    ),
    sweeps: [],
    luns: places.density === 'full' ? lunsOf(w, home, places) : [],
  }));
}

/** The same shelves, with an ink edge on every disk that changes hands at `at`. */
export const sweepsAt = (w: World, at: Micros, still: readonly ShelfMark[]): ShelfMark[] =>
  still.map((shelf) => {
    const sweeps = shelf.disks.flatMap(({ row, box }) => {
      const sweep = sweepOf(w, row, at);
      return sweep ? [{ disk: row, box, ...sweep }] : [];
    });
    return sweeps.length > 0 ? { ...shelf, sweeps } : shelf;
  });

function diskMark(w: World, disk: number, places: Places): DiskMark {
  const owner = w.disk.owner[disk]!;
  const home = w.disk.home[disk]!;
  const is = w.disk.health[disk]!;
  const health = diskIs.working(is) ? 'working' : diskIs.failed(is) ? 'failed' : 'rebuilding';
  const well = { working: '', failed: ', failed', rebuilding: ', being filled' }[health];
  return {
    row: disk,
    box: places.disk[disk]!,
    owner: identityOf(owner),
    home: identityOf(home),
    away: owner !== home,
    health,
    spoken: `${called.disk(w, disk)}${well}, owned by ${called.server(w, owner)}${owner === home ? '' : `, home ${called.server(w, home)}`}`,
  };
}

function lunsOf(w: World, home: number, places: Places): LunMark[] {
  return rowsWhere(w.lun.rows, (lun) => w.lun.home[lun] === home).map((lun) => {
    const first = places.disk[w.lun.firstDisk[lun]!]!;
    const last = places.disk[w.lun.firstDisk[lun]! + w.lun.disks[lun]! - 1]!;
    return {
      row: lun,
      from: first.x,
      to: last.x + last.w,
      y: first.y + first.h + 8,
      label: w.plan.labels.lun?.[lun] ?? '',
    };
  });
}
