import { legs } from '../model/wordLists.ts';
import type { Micros } from '../model/time.ts';
import type { World } from '../model/world.ts';
import { identityOf, rowsWhere, share } from './look.ts';
import type { RequestMark } from './marks.ts';
import type { Point } from './geometry.ts';
import type { Places } from './places.ts';
import { along, lengthOf } from './routes.ts';

const leg = (is: (typeof legs)[number]): number => legs.indexOf(is);
const waiting = leg('waiting');
const forwarded = leg('forwarded');

/** Distance of waiting requests beside their host port, px. */
export const waitingPitch = 11;

/** Where waiting requests begin beside their host port, clear of its break mark, px. */
export function waitingFrom(places: Places, hostPort: number): number {
  const { x, w } = places.hostPort[hostPort]!;
  const markEnd = places.hostPortMark && places.hostPortMark + 4;
  return x + w + 8 + markEnd;
}

/** Requests that wait at a host port, oldest first. */
export function waitingAt(w: World, hostPort: number, places: Places): RequestMark[] {
  const { y } = places.hostPort[hostPort]!;
  const first = waitingFrom(places, hostPort);
  return rowsWhere(
    w.request.rows,
    (row) => w.request.leg[row] === waiting && w.path.hostPort[w.request.path[row]!] === hostPort,
  )
    .sort((a, b) => w.request.submittedAt[a]! - w.request.submittedAt[b]! || a - b)
    .map((row, i) => ({
      id: `request-${row}`,
      row,
      at: { x: first + waitingPitch * i, y: y + 11 },
      identity: identityOf(w.lun.home[w.request.lun[row]!]!),
      look: 'waiting',
    }));
}

/** The port that a request’s address is behind now, or was when it was taken in. */
function portOf(w: World, row: number): number {
  const taken = w.request.vport[row]!;
  if (taken !== 0) return w.vport.port[taken]!;
  const path = w.request.path[row]!;
  for (let slot = 1; slot < w.vport.rows; slot++) {
    if (w.vport.address[slot] !== 0 && w.vport.address[slot] === w.path.address[path])
      return w.vport.port[slot]!;
  }
  return w.vport.port[w.path.home[path]!]!;
}

/** Host port, through the fabric, to the server port. */
function wireOf(w: World, row: number, places: Places): Point[] {
  const hostCable = places.cable[w.hostPort.cable[w.path.hostPort[w.request.path[row]!]!]!]!;
  const serverCable = places.cable[w.port.cable[portOf(w, row)]!]!;
  return [...hostCable.points, ...serverCable.points];
}

/** From a server port down to a disk of the request’s LUN. */
function diskWay(w: World, row: number, places: Places): Point[] {
  const port = portOf(w, row);
  const lun = w.request.lun[row]!;
  const home = w.lun.home[lun]!;
  // What is handed on crosses to its owner and goes down there.
  const server = w.request.leg[row] === forwarded ? home : w.port.server[port]!;
  const box = places.port[port]!;
  const route = places.shelfRoute[server]![home];
  const disk = places.disk[w.lun.firstDisk[lun]! + (w.request.block[row]! % w.lun.disks[lun]!)]!;
  const top = { x: box.x + box.w / 2, y: box.y + box.h };
  const target = { x: disk.x + disk.w / 2, y: disk.y + disk.h * 0.36 };
  if (!route) return [top, target];
  const first = route.points[0]!;
  const last = route.points.at(-1)!;
  return [
    top,
    { x: top.x, y: places.bus },
    { x: first.x, y: places.bus },
    ...route.points,
    { x: target.x, y: last.y + 6 },
    target,
  ];
}

/** Every request that travels, is served, is stuck or is lost: one mark for one row. */
export function requestsAt(w: World, at: Micros, places: Places): RequestMark[] {
  return rowsWhere(
    w.request.rows,
    (row) => w.request.leg[row] !== 0 && w.request.leg[row] !== waiting,
  ).map((row) => {
    const is = legs[w.request.leg[row]!]!;
    const u = share(at, w.request.legAt[row]!, w.request.legDue[row]!);
    return {
      id: `request-${row}`,
      row,
      at: placeOf(w, row, is, u, places),
      identity: identityOf(w.lun.home[w.request.lun[row]!]!),
      look: is === 'lost' ? 'lost' : is === 'returning' ? 'answer' : 'request',
    };
  });
}

function placeOf(
  w: World,
  row: number,
  is: (typeof legs)[number],
  u: number,
  places: Places,
): Point {
  const wire = wireOf(w, row, places);
  if (is === 'outbound') return along(wire, u);
  if (is === 'returning') return along(wire, 1 - u);
  const port = places.port[portOf(w, row)]!;
  const gate = { x: port.x + port.w / 2, y: places.m.server.y + 2 };
  if (is === 'held') {
    // Stuck requests stand in line on the cable above the port, so that each can be seen.
    const place = queuePlace(w, row);
    const cable = places.cable[w.port.cable[portOf(w, row)]!]!;
    return along(
      [...cable.points].reverse(),
      Math.min(0.95, (14 + place * 13) / lengthOf(cable.points)),
    );
  }
  if (is === 'lost') return gate;
  if (w.request.write[row]) return gate;
  const way = diskWay(w, row, places);
  return along(way, u < 0.5 ? u * 2 : 2 - u * 2);
}

function queuePlace(w: World, row: number): number {
  const port = portOf(w, row);
  return rowsWhere(
    w.request.rows,
    (other) =>
      other < row && w.request.leg[other] === w.request.leg[row] && portOf(w, other) === port,
  ).length;
}
