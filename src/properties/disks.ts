import { isIn } from '../charts/index.ts';
import type { World } from '../model/world.ts';
import type { Property, Witness } from './property.ts';
import { disksOf, working } from './storage.ts';

const runs = isIn('server', 'up', 'shuttingDown', 'recovering', 'replayingOwnLog');

/** Whether a write of this server to this disk would be accepted now. */
const accepted = (w: World, disk: number, server: number): boolean =>
  w.disk.reservation[disk] === 0 || w.disk.reservation[disk] === server;

/** Both servers of a pair believe that a disk is theirs, and the disk would take both’s writes. */
function twoWriters(w: World, disk: number): Witness {
  const home = w.disk.home[disk]!;
  const partner = w.server.partner[home]!;
  const homeWrites = w.disk.homeView[disk] === home && accepted(w, disk, home);
  const partnerWrites = w.disk.partnerView[disk] === partner && accepted(w, disk, partner);
  return homeWrites && partnerWrites ? [disk, partner] : null;
}

/** A server writes to disks that are labelled another’s or reserved by another. */
function strangeWriter(w: World, server: number, home: number): Witness {
  for (const disk of disksOf(w, home)) {
    if (!working(w.disk.health[disk]!)) continue;
    const reserved = w.disk.reservation[disk] !== 0 && w.disk.reservation[disk] !== server;
    if (w.disk.owner[disk] !== server || reserved) return [disk, server];
  }
  return null;
}

/** A server serves a LUN of its partner while a disk of it is not reserved and relabelled. */
function servedUnfenced(w: World, request: number, server: number): Witness {
  const lun = w.request.lun[request]!;
  if (w.lun.home[lun] === server) return null;
  const first = w.lun.firstDisk[lun]!;
  for (let disk = first; disk < first + w.lun.disks[lun]!; disk++) {
    const fenced =
      w.disk.reservation[disk] === server &&
      w.disk.owner[disk] === server &&
      (w.server.takeoverAt[server] === 0 || w.disk.fencedAt[disk]! > 0);
    if (!fenced && working(w.disk.health[disk]!)) return [disk, request];
  }
  return null;
}

/** A disk changes owner because a port failed inside its own server. */
function movedForPort(w: World, disk: number, _from: number, to: number): Witness {
  const home = w.disk.home[disk]!;
  if (to === home) return null;
  // A takeover names its cause; a port failure that the server answers itself names none.
  return w.server.takeoverCause[to] === 0 ? [disk, to] : null;
}

/** A server goes on although a disk has just refused its write. */
const goesOn = (w: World, disk: number, server: number): Witness =>
  runs(w.server.life[server]!) ? [disk, server] : null;

/** A write reaches a disk that somebody else has taken, so nothing tells its server to halt. */
function zombieWrote(w: World, server: number, home: number): Witness {
  if (server !== home) return null;
  for (const disk of disksOf(w, home)) {
    if (w.disk.owner[disk] !== server) return [disk, server];
  }
  return null;
}

export const disksProperties: readonly Property[] = [
  {
    id: 'S2',
    group: 2,
    sentence: 'At most one server can write to a disk, and only its owner does.',
    source: 'Claims 1, 12, 18',
    witnesses: ['disk', 'server'],
    on: {
      'disk.reserved': twoWriters,
      'disk.released': twoWriters,
      'disk.owner-changed': twoWriters,
      'disk.owner-learned': twoWriters,
      'log.flushed': strangeWriter,
      'log.replayed': strangeWriter,
    },
  },
  {
    id: 'S3',
    group: 3,
    sentence: 'A partner’s LUN is served only after all its disks are reserved and relabelled.',
    source: 'Claims 1, 12, 18',
    witnesses: ['disk', 'request'],
    on: { 'io.served': servedUnfenced },
  },
  {
    id: 'S12',
    group: 3,
    sentence: 'Moving a name inside a server moves no disk.',
    source: 'Claims 36, 40',
    witnesses: ['disk', 'server'],
    on: { 'disk.owner-changed': movedForPort },
  },
  {
    id: 'S17',
    group: 3,
    sentence: 'A server whose disks were taken halts at its first write to them.',
    source: 'ONTAP: ha.resvConflictHalt',
    witnesses: ['disk', 'server'],
    on: {
      'reservation.conflict': goesOn,
      'log.flushed': zombieWrote,
      'log.replayed': zombieWrote,
    },
  },
];
