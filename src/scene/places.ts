import type { Thing } from '../model/plan.ts';
import type { World } from '../model/world.ts';
import { homesIn, rowsOf, rowsWhere } from './look.ts';
import { placeCables, planCables, roomForLanes, routeOf } from './cableRoutes.ts';
import type { Route } from './cableRoutes.ts';
import type { Box } from './geometry.ts';
import type { Density, Metrics } from './metrics.ts';
import { metrics } from './metrics.ts';

/** Where every thing lives. Fixed for a run and a width: nothing moves when something fails. */
export interface Places {
  readonly density: Density;
  readonly width: number;
  readonly height: number;
  readonly m: Metrics;
  readonly host: readonly Box[];
  readonly hostPort: readonly Box[];
  /** From a host port to its break mark, px; 0 where only its body opens its verbs. */
  readonly hostPortMark: number;
  readonly fabric: readonly Box[];
  readonly server: readonly Box[];
  readonly port: readonly Box[];
  readonly slot: readonly Box[];
  /** Width beside slots for their keys, px. */
  readonly slotLabel: number;
  readonly shelf: readonly Box[];
  readonly disk: readonly Box[];
  readonly interconnect: readonly Box[];
  readonly cable: readonly Route[];
  /** From a server’s bottom edge to a shelf: `[server][home server of the shelf]`. */
  readonly shelfRoute: readonly (readonly (Route | undefined)[])[];
  /** Height of the bus under a server’s ports. */
  readonly bus: number;
}

/** Where a thing is drawn as a box; null for what is none, and for nobody. */
export function boxOf(places: Places, { table, row }: Thing): Box | null {
  const box = places[table === 'vport' ? 'slot' : (table as 'server')]?.[row];
  return box && box.w > 0 ? box : null;
}

const nowhere: Box = { x: 0, y: 0, w: 0, h: 0 };

/** Evenly spread boxes with their row’s first place empty, since row 0 is nobody. */
function spread(
  count: number,
  width: number,
  margin: number,
  size: { readonly y: number; readonly h: number; readonly w: number },
): Box[] {
  const live = width - 2 * margin;
  const w = Math.min(size.w, live / count - apart);
  return [
    nowhere,
    ...Array.from({ length: count }, (_, i) => ({
      x: margin + (live * (i + 0.5)) / count - w / 2,
      y: size.y,
      w,
      h: size.h,
    })),
  ];
}

/** From one name in a fabric to the next, px. */
export const namePitch = 38;
/** A fabric’s label and margins, and what a full drawing says of its names, px. */
const besideNames = 80;
const saidOfNames = 70;
/** Between things that are spread over a drawing, px. */
const apart = 12;

/**
 * Lays out a cluster for a drawing of this width.
 * @param wide px; the drawing is wider where the names in its fabrics need it
 */
export function placesOf(w: World, wide: number, density: Density, short = false): Places {
  const low = density === 'full' ? 'short' : density === 'badge' ? 'low' : density;
  const flat = metrics[short ? low : density];
  const fabrics = w.fabric.rows - 1;
  const names = Math.max(...rowsOf(w.fabric.rows).map((fabric) => homesIn(w, fabric).length));
  const needed = besideNames + (density === 'full' ? saidOfNames : 0) + namePitch * names;
  const width = Math.max(wide, 2 * flat.margin + fabrics * (needed + apart));
  const widest = Math.max(flat.fabric.w * (fabrics === 1 ? 1.6 : 1), needed);
  const rowOf = (m: Metrics): { host: Box[]; hostPort: Box[]; fabric: Box[]; port: Box[] } => {
    const host = spread(w.host.rows - 1, width, m.margin, m.host);
    return {
      host,
      hostPort: placeHostPorts(w, host, m.hostPort),
      fabric: spread(fabrics, width, m.margin, { ...m.fabric, w: widest }),
      port: placePorts(w, placeServers(w, width, m), m),
    };
  };
  // Sideways places do not depend on heights, so cables are planned before rows make room for them.
  const draft = rowOf(flat);
  const cables = planCables(w, draft.fabric, draft.hostPort, draft.port);
  const m = roomForLanes(flat, cables.lanes);
  const { host, hostPort, fabric, port } = rowOf(m);
  const server = placeServers(w, width, m);
  // Badges alone leave no room for the keys of slots.
  const slotLabel = density === 'badge' ? 5 : 28;
  const shelf = server.map((box, row) =>
    row === 0 ? nowhere : { x: box.x, y: m.shelf.y, w: box.w, h: m.shelf.h },
  );
  return {
    density,
    width,
    height: m.height,
    m,
    host,
    hostPort,
    // Among names or badges alone the requests that wait there need the room.
    hostPortMark: density === 'full' ? 11 : 0,
    fabric,
    server,
    port,
    slot: placeSlots(w, port, m, slotLabel),
    slotLabel,
    shelf,
    disk: placeDisks(w, shelf, density),
    interconnect: placeInterconnects(w, server, m, density),
    cable: placeCables(w, cables, m),
    shelfRoute: placeShelfRoutes(w, server, shelf, m),
    bus:
      m.server.y +
      m.server.pad +
      m.head +
      3 * (m.slot + m.gap) +
      m.gap +
      (density === 'full' ? 12 : 8),
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

function placeSlots(w: World, port: readonly Box[], m: Metrics, label: number): Box[] {
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

/** Each hangs over its host’s bottom edge, at even distances. */
function placeHostPorts(w: World, host: readonly Box[], size: Metrics['hostPort']): Box[] {
  const counts: number[] = [];
  for (let row = 1; row < w.hostPort.rows; row++)
    counts[w.hostPort.host[row]!] = (counts[w.hostPort.host[row]!] ?? 0) + 1;
  const boxes: Box[] = [nowhere];
  for (let row = 1; row < w.hostPort.rows; row++) {
    const own = host[w.hostPort.host[row]!]!;
    const count = counts[w.hostPort.host[row]!]!;
    boxes.push({
      x: own.x + (own.w * w.hostPort.number[row]!) / (count + 1) - size.w / 2,
      y: own.y + own.h - 4,
      ...size,
    });
  }
  return boxes;
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
