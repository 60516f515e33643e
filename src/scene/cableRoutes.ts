import type { World } from '../model/world.ts';
import type { Box, Point } from './geometry.ts';
import { rowsWhere } from './look.ts';
import { laneOrder, side } from './lanes.ts';
import type { Run } from './lanes.ts';
import type { Metrics } from './metrics.ts';
import { laneStep } from './metrics.ts';

/** A cable’s corners from top to bottom, and where its break mark sits. */
export interface Route {
  readonly points: readonly Point[];
  readonly mark: Point;
}

/** Sockets of one fabric stand this far apart, px. */
const socketWidth = 20;

/** The horizontal run of one cable between its two ends. */
interface CableRun extends Run {
  readonly cable: number;
}

/** The two rows of cables: from hosts to fabrics, and from fabrics to servers. */
export interface CableRows {
  readonly above: readonly CableRun[];
  readonly below: readonly CableRun[];
  /** Lanes that each row needs. */
  readonly lanes: { readonly above: number; readonly below: number };
  readonly lane: ReadonlyMap<number, number>;
}

/** Where cables run, before anything has a height: rows make room for their lanes. */
export function planCables(
  w: World,
  fabric: readonly Box[],
  hostPort: readonly Box[],
  port: readonly Box[],
): CableRows {
  const end = (cable: number): number => {
    const own = w.cable.port[cable]!;
    const box = own === 0 ? hostPort[w.cable.hostPort[cable]!]! : port[own]!;
    return box.x + box.w / 2;
  };
  const runs = (above: boolean): CableRun[] => {
    const cables = rowsWhere(w.cable.rows, (cable) => (w.cable.port[cable] === 0) === above);
    const socket = placeSockets(w, cables, fabric, end);
    return cables.map((cable) =>
      above
        ? { cable, top: end(cable), bottom: socket.get(cable)! }
        : { cable, top: socket.get(cable)!, bottom: end(cable) },
    );
  };
  const above = runs(true);
  const below = runs(false);
  const lane = new Map<number, number>();
  const count = (row: readonly CableRun[]): number => {
    const order = laneOrder(row);
    for (const [i, run] of row.entries()) lane.set(run.cable, order[i]!);
    return Math.max(-1, ...order) + 1;
  };
  return { above, below, lanes: { above: count(above), below: count(below) }, lane };
}

/** Sockets of one row of cables along their fabrics, in the order of the cables’ other ends. */
function placeSockets(
  w: World,
  cables: readonly number[],
  fabric: readonly Box[],
  end: (cable: number) => number,
): Map<number, number> {
  const socket = new Map<number, number>();
  for (let row = 1; row < w.fabric.rows; row++) {
    const own = cables
      .filter((cable) => w.switchPort.fabric[w.cable.switchPort[cable]!] === row)
      .sort((a, b) => end(a) - end(b));
    const box = fabric[row]!;
    for (const [i, cable] of own.entries()) {
      const even = box.x + (box.w * (i + 1)) / (own.length + 1);
      // A cable that is almost straight becomes straight.
      const straight = Math.abs(end(cable) - even) < 26;
      // Else it keeps clear of the other ends, or its vertical could lie on theirs.
      const others = cables.filter((other) => other !== cable).map(end);
      const taken = own.slice(0, i).map((other) => socket.get(other)!);
      const isFree = (x: number): boolean =>
        others.every((other) => Math.abs(other - x) >= side) &&
        taken.every((other) => Math.abs(other - x) >= socketWidth);
      socket.set(cable, straight ? end(cable) : nearest(even, box, isFree));
    }
  }
  return socket;
}

/** The free place nearest to `x` on a fabric; `x` itself where none is free. */
function nearest(x: number, box: Box, isFree: (x: number) => boolean): number {
  for (let by = 0; by < box.w; by++) {
    for (const tried of [x - by, x + by]) {
      if (tried > box.x + 12 && tried < box.x + box.w - 12 && isFree(tried)) return tried;
    }
  }
  return x;
}

/** Corners of every cable, once the rows have their heights. */
export function placeCables(w: World, rows: CableRows, m: Metrics): Route[] {
  const routes: Route[] = Array.from({ length: w.cable.rows }, () => ({
    points: [],
    mark: { x: 0, y: 0 },
  }));
  for (const [runs, lanes, ends, clear] of [
    [rows.above, rows.lanes.above, [m.host.y + m.host.h + 4, m.fabric.y - 2], clearAbove(m)],
    [rows.below, rows.lanes.below, [m.fabric.y + m.fabric.h + 2, m.server.y - 8], clearBelow(m)],
  ] as const) {
    const room = clear.bottom - clear.top;
    const step = lanes > 1 ? Math.min(14, room / (lanes - 1)) : 0;
    const first = (clear.top + clear.bottom) / 2 - (step * (lanes - 1)) / 2;
    for (const run of runs) {
      const a = { x: run.top, y: ends[0] };
      const b = { x: run.bottom, y: ends[1] };
      routes[run.cable] = routeOf(a, b, first + step * (rows.lane.get(run.cable) ?? 0));
    }
  }
  return routes;
}

/** Heights between which lanes may lie: clear of host ports, sockets and cages. */
const clearAbove = (m: Metrics): { top: number; bottom: number } => ({
  top: m.host.y + m.host.h + m.hostPort.h - 4 + 5,
  bottom: m.fabric.y - 6 - 5,
});
const clearBelow = (m: Metrics): { top: number; bottom: number } => ({
  top: m.fabric.y + m.fabric.h + 6 + 5,
  bottom: m.server.y - 8 - 5,
});

/** The same metrics with rows moved down until every lane has its room. */
export function roomForLanes(m: Metrics, lanes: CableRows['lanes']): Metrics {
  const missing = (count: number, clear: { top: number; bottom: number }): number =>
    Math.max(0, (count - 1) * laneStep - (clear.bottom - clear.top));
  const above = missing(lanes.above, clearAbove(m));
  const both = above + missing(lanes.below, clearBelow(m));
  return {
    ...m,
    fabric: { ...m.fabric, y: m.fabric.y + above },
    server: { ...m.server, y: m.server.y + both },
    shelf: { ...m.shelf, y: m.shelf.y + both },
    height: m.height + both,
  };
}

/** Down, across in its lane, down again; or straight down. */
export function routeOf(a: Point, b: Point, lane: number): Route {
  const straight = Math.abs(a.x - b.x) < 2;
  const points = straight ? [a, b] : [a, { x: a.x, y: lane }, { x: b.x, y: lane }, b];
  const mark = straight
    ? { x: a.x, y: (a.y + b.y) / 2 }
    : { x: a.x + (b.x - a.x) * (Math.abs(b.x - a.x) > 120 ? 0.3 : 0.5), y: lane };
  return { points, mark };
}
