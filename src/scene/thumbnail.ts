import { stateOf } from '../charts/index.ts';
import type { World } from '../model/world.ts';
import type { Box } from './geometry.ts';
import {
  identityOf,
  portLook,
  rowsOf,
  rowsWhere,
  serverLook,
  serverOfName,
  slotIs,
} from './look.ts';
import { diskRuns } from './thumbnailDisks.ts';
import { cardsOf, columnsOf } from './thumbnailPlaces.ts';
import type { ThumbnailKind } from './thumbnailMarks.ts';
import { thumbnailKinds, thumbnailSize } from './thumbnailMarks.ts';

type Draw = (kind: ThumbnailKind, box: Box) => void;

/** As few digits as the eye needs: there are many numbers. */
const short = (px: number): number => Math.round(px * 2) / 2;

/** A world as some twenty rectangles and lines: see `thumbnailMarks.ts` for what the numbers mean. */
export function thumbnailOf(w: World): number[] {
  const marks: number[] = [];
  const draw: Draw = (kind, { x, y, w, h }) =>
    marks.push(thumbnailKinds.indexOf(kind), ...[x, y, w, h].map(short));
  const columns = columnsOf(w);
  if (columns) {
    drawNetwork(w, columns, draw);
    for (const server of rowsOf(w.server.rows))
      drawServer(w, server, columns.server[server]!, draw);
    for (const home of rowsOf(w.server.rows)) drawShelf(w, home, columns.shelf[home]!, draw);
    return marks;
  }
  // Of many servers there is room for the body, the names and the disks.
  for (const [server, card] of cardsOf(w).entries()) {
    if (server === 0) continue;
    drawServer(w, server, card.body, draw, true);
    drawShelf(w, server, card.shelf, draw);
  }
  return marks;
}

function drawServer(w: World, server: number, box: Box, draw: Draw, bare = false): void {
  const look = serverLook(w, server);
  draw(look === 'down' || look === 'hung' || look === 'starting' ? 'body dead' : 'body', box);
  const ports = rowsWhere(w.port.rows, (port) => w.port.server[port] === server);
  for (const [i, port] of ports.entries()) {
    const own = portBox(box, i, ports.length);
    if (!bare)
      draw(
        portLook(w.port.broken[port]!, w.port.light[port]!) === 'lit' ? 'port' : 'port dead',
        own,
      );
    drawSlots(w, port, own, draw, bare);
  }
}

/** Where a port lies in its server. */
function portBox(box: Box, i: number, ports: number): Box {
  const pad = box.w > 30 ? 3 : 1.5;
  const pitch = (box.w - pad) / ports;
  return { x: box.x + pad + i * pitch, y: box.y + pad, w: pitch - pad, h: box.h - 2 * pad };
}

/** The slots of a port; a bare one shows names alone, as large as they fit. */
function drawSlots(w: World, port: number, box: Box, draw: Draw, bare: boolean): void {
  const all = rowsWhere(w.vport.rows, (s) => w.vport.port[s] === port && w.vport.slot[s]! > 0);
  const slots = all.flatMap((slot) => {
    const kind = slotKind(w, slot);
    return kind === null || (bare && kind === 'standby') ? [] : [{ slot, kind }];
  });
  const pad = bare ? 0.5 : box.w > 12 ? 2 : 1;
  const side = bare ? 0 : pad;
  const pitch = (box.h - pad) / (bare ? slots.length : 3);
  for (const [i, { slot, kind }] of slots.entries()) {
    const y = box.y + pad + (bare ? i : w.vport.slot[slot]! - 1) * pitch;
    draw(kind, { x: box.x + side, y, w: box.w - 2 * side, h: pitch - pad });
  }
}

/** A name that lives there, one that has left, a slot that stands by, or none. */
function slotKind(w: World, slot: number): ThumbnailKind | null {
  const identity = identityOf(serverOfName(w, slot));
  if (slotIs.active(w.vport.state[slot]!)) return `name id${identity}`;
  if (w.vport.home[slot] === slot) return `left id${identity}`;
  return w.vport.home[slot] === 0 ? null : 'standby';
}

function drawShelf(w: World, home: number, box: Box, draw: Draw): void {
  draw('shelf', box);
  for (const { kind, box: disks } of diskRuns(w, home, box)) draw(kind, disks);
}

/** Hosts, fabrics, and everything between them and the ports. */
function drawNetwork(
  w: World,
  columns: NonNullable<ReturnType<typeof columnsOf>>,
  draw: Draw,
): void {
  const up = (fabric: number): Box => columns.fabric[fabric]!;
  /** Lines reach a fabric in the order in which they leave. */
  const reach = (fabric: number, x: number): number =>
    up(fabric).x + (up(fabric).w * x) / thumbnailSize.w;
  for (const row of rowsOf(w.hostPort.rows)) {
    const host = columns.host[w.hostPort.host[row]!]!;
    const beside = rowsWhere(w.hostPort.rows, (r) => w.hostPort.host[r] === w.hostPort.host[row]);
    const x = host.x + (host.w * w.hostPort.number[row]!) / (beside.length + 1);
    const y = host.y + host.h;
    const fabric = w.hostPort.fabric[row]!;
    const lit = w.hostPort.light[row] && !w.hostPort.broken[row];
    draw(lit ? 'cable' : 'cable dark', { x, y, w: reach(fabric, x) - x, h: up(fabric).y - y });
  }
  for (const server of rowsOf(w.server.rows)) {
    const ports = rowsWhere(w.port.rows, (port) => w.port.server[port] === server);
    for (const [i, port] of ports.entries()) {
      const own = portBox(columns.server[server]!, i, ports.length);
      const x = own.x + own.w / 2;
      const fabric = w.port.fabric[port]!;
      const y = up(fabric).y + up(fabric).h;
      const lit = portLook(w.port.broken[port]!, w.port.light[port]!) === 'lit';
      const from = reach(fabric, x);
      draw(lit ? 'cable' : 'cable dark', { x: from, y, w: x - from, h: own.y - y });
    }
  }
  for (const link of rowsOf(w.interconnect.rows)) {
    const [a, b] = [w.interconnect.a[link]!, w.interconnect.b[link]!].map(
      (s) => columns.server[s]!,
    );
    const x = a!.x + a!.w;
    draw(w.interconnect.cut[link] ? 'cable dark' : 'cable', {
      x,
      y: a!.y + a!.h - 6,
      w: b!.x - x,
      h: 0,
    });
  }
  for (const host of rowsOf(w.host.rows)) draw('body', columns.host[host]!);
  for (const fabric of rowsOf(w.fabric.rows)) {
    const on = stateOf('fabricSwitch', w.fabric.power[fabric]!) === 'on';
    draw(on ? 'body' : 'body dead', up(fabric));
  }
}
