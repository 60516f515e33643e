import type { World } from '../model/world.ts';

/** How much fits: chips with names, chips with short names, or badges alone. */
export type Density = 'full' | 'embed' | 'badge';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Sizes of one density, in px of the drawing. */
export interface Metrics {
  readonly margin: number;
  readonly host: { readonly y: number; readonly h: number; readonly w: number };
  readonly fabric: { readonly y: number; readonly h: number; readonly w: number };
  readonly server: { readonly y: number; readonly h: number; readonly pad: number };
  readonly shelf: { readonly y: number; readonly h: number };
  readonly head: number;
  readonly slot: number;
  readonly gap: number;
  readonly pairGap: number;
  readonly height: number;
}

export const metrics: Readonly<Record<Density, Metrics>> = {
  full: {
    margin: 32,
    host: { y: 8, h: 46, w: 216 },
    fabric: { y: 106, h: 34, w: 290 },
    server: { y: 200, h: 204, pad: 12 },
    shelf: { y: 456, h: 94 },
    head: 24,
    slot: 28,
    gap: 4,
    pairGap: 120,
    height: 562,
  },
  embed: {
    margin: 20,
    host: { y: 4, h: 26, w: 170 },
    fabric: { y: 62, h: 25, w: 196 },
    server: { y: 122, h: 134, pad: 9 },
    shelf: { y: 278, h: 36 },
    head: 20,
    slot: 22,
    gap: 2,
    pairGap: 68,
    height: 320,
  },
  badge: {
    margin: 11,
    host: { y: 6, h: 40, w: 160 },
    fabric: { y: 84, h: 30, w: 162 },
    server: { y: 152, h: 194, pad: 8 },
    shelf: { y: 372, h: 44 },
    head: 24,
    slot: 34,
    gap: 3,
    pairGap: 26,
    height: 424,
  },
};

/** A cable’s corners from top to bottom, and where its break mark sits. */
export interface Route {
  readonly points: readonly Point[];
  readonly mark: Point;
}

/** Where every thing lives. Fixed for a run and a width: nothing moves when something fails. */
export interface Places {
  readonly density: Density;
  readonly width: number;
  readonly height: number;
  readonly m: Metrics;
  readonly host: readonly Box[];
  readonly hostPort: readonly Point[];
  readonly fabric: readonly Box[];
  readonly server: readonly Box[];
  readonly port: readonly Box[];
  readonly slot: readonly Box[];
  readonly shelf: readonly Box[];
  readonly disk: readonly Box[];
  readonly interconnect: readonly Box[];
  readonly cable: readonly Route[];
  /** Sockets on fabrics, by cable. */
  readonly socket: readonly Point[];
  /** From a server’s bottom edge to a shelf: `[server][home server of the shelf]`. */
  readonly shelfRoute: readonly (readonly (Route | undefined)[])[];
  /** Height of the bus under a server’s ports. */
  readonly bus: number;
}

const nowhere: Box = { x: 0, y: 0, w: 0, h: 0 };

/** Evenly spread boxes with their row’s first place empty, since row 0 is nobody. */
function spread(
  count: number,
  width: number,
  margin: number,
  y: number,
  h: number,
  most: number,
): Box[] {
  const live = width - 2 * margin;
  const w = Math.min(most, live / count - 12);
  return [
    nowhere,
    ...Array.from({ length: count }, (_, i) => ({
      x: margin + (live * (i + 0.5)) / count - w / 2,
      y,
      w,
      h,
    })),
  ];
}

/** Lays out a cluster for a drawing of this width. */
export function placesOf(w: World, width: number, density: Density): Places {
  const m = metrics[density];
  const host = spread(w.host.rows - 1, width, m.margin, m.host.y, m.host.h, m.host.w);
  const fabric = spread(
    w.fabric.rows - 1,
    width,
    m.margin,
    m.fabric.y,
    m.fabric.h,
    w.fabric.rows === 2 ? m.fabric.w * 1.6 : m.fabric.w,
  );
  const server = placeServers(w, width, m);
  const port = placePorts(w, server, m);
  const slot = placeSlots(w, port, m, density);
  const shelf = server.map((box, row) =>
    row === 0 ? nowhere : { x: box.x, y: m.shelf.y, w: box.w, h: m.shelf.h },
  );
  const hostPort = placeHostPorts(w, host);
  const { socket, cable } = placeCables(w, fabric, hostPort, port, m);
  return {
    density,
    width,
    height: m.height,
    m,
    host,
    hostPort,
    fabric,
    server,
    port,
    slot,
    shelf,
    disk: placeDisks(w, shelf, density),
    interconnect: placeInterconnects(w, server, m, density),
    cable,
    socket,
    shelfRoute: placeShelfRoutes(w, server, shelf, m),
    bus: m.server.y + m.server.pad + m.head + 3 * (m.slot + m.gap) + m.gap + 12,
  };
}

function placeServers(w: World, width: number, m: Metrics): Box[] {
  const count = w.server.rows - 1;
  const pairs = count / 2;
  const between = pairs > 1 ? 28 : 0;
  const inner = pairs > 1 ? Math.min(m.pairGap, 72) : m.pairGap;
  const size = (width - 2 * m.margin - pairs * inner - (pairs - 1) * between) / count;
  const boxes: Box[] = [nowhere];
  let x = m.margin;
  for (let i = 0; i < count; i++) {
    boxes.push({ x, y: m.server.y, w: size, h: m.server.h });
    x += size + (i % 2 === 0 ? inner : between);
  }
  return boxes;
}

function placePorts(w: World, server: readonly Box[], m: Metrics): Box[] {
  const boxes: Box[] = [nowhere];
  for (let row = 1; row < w.port.rows; row++) {
    const own = server[w.port.server[row]!]!;
    const count = countPorts(w, w.port.server[row]!);
    const size = (own.w - 2 * m.server.pad - (count - 1) * 8) / count;
    boxes.push({
      x: own.x + m.server.pad + (w.port.number[row]! - 1) * (size + 8),
      y: own.y + m.server.pad,
      w: size,
      h: m.head + 3 * (m.slot + m.gap) + m.gap,
    });
  }
  return boxes;
}

function countPorts(w: World, server: number): number {
  let count = 0;
  for (let port = 1; port < w.port.rows; port++) if (w.port.server[port] === server) count++;
  return count;
}

function placeSlots(w: World, port: readonly Box[], m: Metrics, density: Density): Box[] {
  const label = density === 'badge' ? 5 : 28;
  const boxes: Box[] = [nowhere];
  for (let row = 1; row < w.vport.rows; row++) {
    const own = port[w.vport.port[row]!]!;
    const at = w.vport.slot[row]! - 1;
    boxes.push(
      at < 0
        ? nowhere
        : {
            x: own.x + label,
            y: own.y + m.head + at * (m.slot + m.gap),
            w: own.w - label - 6,
            h: m.slot,
          },
    );
  }
  return boxes;
}

function placeHostPorts(w: World, host: readonly Box[]): Point[] {
  const counts: number[] = [];
  for (let row = 1; row < w.hostPort.rows; row++)
    counts[w.hostPort.host[row]!] = (counts[w.hostPort.host[row]!] ?? 0) + 1;
  const points: Point[] = [{ x: 0, y: 0 }];
  for (let row = 1; row < w.hostPort.rows; row++) {
    const own = host[w.hostPort.host[row]!]!;
    const count = counts[w.hostPort.host[row]!]!;
    points.push({
      x: own.x + (own.w * w.hostPort.number[row]!) / (count + 1),
      y: own.y + own.h + 4,
    });
  }
  return points;
}

/** Sockets ordered by where their cables come from, and routes in lanes of their own. */
function placeCables(
  w: World,
  fabric: readonly Box[],
  hostPort: readonly Point[],
  port: readonly Box[],
  m: Metrics,
): { socket: Point[]; cable: Route[] } {
  const socket: Point[] = Array.from({ length: w.cable.rows }, () => ({ x: 0, y: 0 }));
  const end = (cable: number): Point => {
    const own = w.cable.port[cable]!;
    if (own === 0) return hostPort[w.cable.hostPort[cable]!]!;
    const box = port[own]!;
    return { x: box.x + box.w / 2, y: m.server.y - 8 };
  };
  for (const above of [true, false]) {
    for (let row = 1; row < w.fabric.rows; row++) {
      const cables = rowsWhere(
        w.cable.rows,
        (cable) =>
          w.switchPort.fabric[w.cable.switchPort[cable]!] === row &&
          (w.cable.port[cable] === 0) === above,
      ).sort((a, b) => end(a).x - end(b).x);
      const box = fabric[row]!;
      for (const [i, cable] of cables.entries()) {
        const even = box.x + (box.w * (i + 1)) / (cables.length + 1);
        // A cable that is almost straight becomes straight.
        const near = Math.abs(end(cable).x - even) < 26 ? end(cable).x : even;
        socket[cable] = {
          x: near,
          y: above ? box.y - 2 : box.y + box.h + 2,
        };
      }
    }
  }
  const cable: Route[] = [{ points: [], mark: { x: 0, y: 0 } }];
  for (let row = 1; row < w.cable.rows; row++) cable.push({ points: [], mark: { x: 0, y: 0 } });
  for (const above of [true, false]) {
    const rows = rowsWhere(w.cable.rows, (each) => (w.cable.port[each] === 0) === above);
    const top = above ? m.host.y + m.host.h + 18 : m.fabric.y + m.fabric.h + 16;
    const bottom = above ? m.fabric.y - 14 : m.server.y - 22;
    const spans = rows.map((each) => {
      const [a, b] = above ? [end(each), socket[each]!] : [socket[each]!, end(each)];
      return { cable: each, a, b };
    });
    for (const [each, lane] of lanesFor(spans, top, bottom))
      cable[each.cable] = routeOf(each.a, each.b, lane);
  }
  return { socket, cable };
}

interface Span {
  readonly cable: number;
  readonly a: Point;
  readonly b: Point;
}

/** Gives horizontal runs that overlap different heights, the longest ones first. */
function lanesFor(spans: readonly Span[], top: number, bottom: number): [Span, number][] {
  const long = [...spans].sort((p, q) => Math.abs(q.a.x - q.b.x) - Math.abs(p.a.x - p.b.x));
  const lanes: Span[][] = [];
  const laneOf = new Map<Span, number>();
  for (const span of long) {
    const clear = (others: readonly Span[]): boolean =>
      others.every(
        (other) => Math.max(left(span), left(other)) > Math.min(right(span), right(other)) + 24,
      );
    let lane = lanes.findIndex(clear);
    if (lane < 0) lane = lanes.push([]) - 1;
    lanes[lane]!.push(span);
    laneOf.set(span, lane);
  }
  const step = lanes.length > 1 ? Math.min(14, (bottom - top) / (lanes.length - 1)) : 0;
  const first = (top + bottom) / 2 - (step * (lanes.length - 1)) / 2;
  return spans.map((span) => [span, first + step * laneOf.get(span)!]);
}

const left = (span: Span): number => Math.min(span.a.x, span.b.x);
const right = (span: Span): number => Math.max(span.a.x, span.b.x);

function routeOf(a: Point, b: Point, lane: number): Route {
  const straight = Math.abs(a.x - b.x) < 2;
  const points = straight ? [a, b] : [a, { x: a.x, y: lane }, { x: b.x, y: lane }, b];
  const mark = straight
    ? { x: a.x, y: (a.y + b.y) / 2 }
    : { x: a.x + (b.x - a.x) * (Math.abs(b.x - a.x) > 120 ? 0.3 : 0.5), y: lane };
  return { points, mark };
}

function rowsWhere(rows: number, is: (row: number) => boolean): number[] {
  const found: number[] = [];
  for (let row = 1; row < rows; row++) if (is(row)) found.push(row);
  return found;
}

function placeDisks(w: World, shelf: readonly Box[], density: Density): Box[] {
  const boxes: Box[] = [nowhere];
  const inset = density === 'full' ? { x: 12, top: 10, bottom: 26 } : { x: 9, top: 7, bottom: 7 };
  for (let row = 1; row < w.disk.rows; row++) {
    const home = w.disk.home[row]!;
    const box = shelf[home]!;
    const rows = rowsWhere(w.disk.rows, (disk) => w.disk.home[disk] === home);
    const pitch = (box.w - 2 * inset.x) / rows.length;
    const size = Math.min(28, pitch - 4);
    // Few disks stand together in the middle rather than far apart.
    const room = Math.min(pitch, 44);
    const first = box.x + box.w / 2 - (room * rows.length) / 2;
    const i = rows.indexOf(row);
    boxes.push({
      x: first + room * (i + 0.5) - size / 2,
      y: box.y + inset.top,
      w: size,
      h: box.h - inset.top - inset.bottom,
    });
  }
  return boxes;
}

function placeInterconnects(w: World, server: readonly Box[], m: Metrics, density: Density): Box[] {
  const boxes: Box[] = [nowhere];
  for (let row = 1; row < w.interconnect.rows; row++) {
    const a = server[w.interconnect.a[row]!]!;
    const b = server[w.interconnect.b[row]!]!;
    const y = a.y + m.server.h - (density === 'full' ? 48 : density === 'embed' ? 24 : 52);
    boxes.push({ x: a.x + a.w, y, w: b.x - a.x - a.w, h: density === 'full' ? 18 : 12 });
  }
  return boxes;
}

/** Each server reaches its own shelf straight down, and its partner’s across. */
function placeShelfRoutes(
  w: World,
  server: readonly Box[],
  shelf: readonly Box[],
  m: Metrics,
): (Route | undefined)[][] {
  const routes: (Route | undefined)[][] = server.map(() => []);
  const gap = m.shelf.y - m.server.y - m.server.h;
  for (let row = 1; row < w.server.rows; row++) {
    const box = server[row]!;
    const partner = w.server.partner[row]!;
    const first = row % 2 === 1;
    const bottom = box.y + box.h;
    const own = box.x + box.w * (first ? 0.345 : 0.655);
    routes[row]![row] = routeOf({ x: own, y: bottom }, { x: own, y: m.shelf.y }, bottom);
    const target = shelf[partner]!;
    const from = { x: box.x + box.w * (first ? 0.62 : 0.38), y: bottom };
    const to = { x: target.x + target.w * (first ? 0.31 : 0.69), y: m.shelf.y };
    routes[row]![partner] = routeOf(from, to, bottom + gap * (first ? 0.34 : 0.66));
  }
  return routes;
}
