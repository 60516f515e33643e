import { detail, event } from '../fact.ts';
import { count, reference } from '../table.ts';
import type { World } from '../world.ts';

const disk = reference('disk', 'The disk');
const server = reference('server', 'The server');

function believe(w: World, disk: number, server: number, owner: number): void {
  if (server === w.disk.home[disk]) w.disk.homeView[disk] = owner;
  else w.disk.partnerView[disk] = owner;
}

/** Disks: reservation, owner, and what each server believes; and broken invariants. */
export const diskFacts = {
  'disk.reserving': detail([disk, server], (w, _at, a, b) => {
    w.disk.taker[a] = b;
  }),
  'disk.reserved': event([disk, server], (w, at, a, b) => {
    w.disk.reservation[a] = b;
    w.disk.fencedAt[a] = at;
  }),
  'disk.owner-changed': event(
    [disk, reference('server', 'The old owner'), reference('server', 'The new owner')],
    (w, _at, a, _b, c) => {
      w.disk.owner[a] = c;
      believe(w, a, c, c);
    },
  ),
  'disk.released': event([disk, server], (w, _at, a, b) => {
    w.disk.reservation[a] = 0;
    w.disk.taker[a] = 0;
    believe(w, a, b, w.disk.home[a]!);
  }),
  'disk.owner-learned': detail(
    [disk, server, reference('server', 'Who it now knows to be the owner')],
    (w, _at, a, b, c) => believe(w, a, b, c),
  ),
  'reservation.conflict': event([disk, server]),
  'luns.online': event([server, reference('server', 'Whose LUNs they are')], (w, at, a, b) => {
    if (a === b) w.server.servedAt[a] = at;
  }),
  'invariant.broken': event(
    [
      count('The property, by its place in the registry'),
      count('The row that witnesses it'),
      count('A second witness; 0 when there is none'),
    ],
    (w, at, a, b) => {
      if (w.property.broken[a] === 0) {
        w.property.firstAt[a] = at;
        w.property.witness[a] = b;
      }
      w.property.broken[a] = w.property.broken[a]! + 1;
    },
  ),
};
