import { within } from '../charts/index.ts';
import type { World } from '../model/world.ts';
import type { Box, Point } from './geometry.ts';
import { diskIs, identityOf, nameText, serverLook, serverOfName, slotIs } from './look.ts';
import type { Identity, ServerLook } from './marks.ts';
import { serverWords } from './words.ts';

/** Sizes of cards and of the room between them, px. */
export const cards = { width: 108, height: 104, gap: 10, pair: 14, row: 14, margin: 16 } as const;

/** One slot as a silhouette: quiet at home, loud away. */
export interface FleetSlot extends Box {
  readonly row: number;
  readonly is: 'home' | 'away' | 'left' | 'empty';
  readonly identity: Identity;
  readonly name: string;
}

/** One disk: whose it is, where that is not its home; `failed` where it is gone. */
export interface FleetDisk extends Box {
  readonly row: number;
  readonly identity: Identity | null;
  readonly failed: boolean;
}

export interface FleetCard {
  readonly row: number;
  readonly box: Box;
  readonly label: string;
  readonly look: ServerLook;
  /** 1 while it answers for its partner too, ½ while it takes over or gives back, else 0. */
  readonly outline: 0 | 0.5 | 1;
  readonly slots: readonly FleetSlot[];
  readonly disks: readonly FleetDisk[];
  readonly mark: Point;
  readonly spoken: string;
}

export interface Fleet {
  readonly width: number;
  readonly height: number;
  readonly cards: readonly FleetCard[];
  /** How many names there are, and how many are away from home or nowhere. */
  readonly names: number;
  readonly away: number;
}

const pairWidth = 2 * cards.width + cards.pair;

/** How a fleet of so many servers is laid out in a drawing of this width, px. */
function gridOf(servers: number, width: number): Grid {
  const fits = Math.floor((width - 2 * cards.margin + cards.gap) / (pairWidth + cards.gap));
  const columns = Math.max(1, Math.min(fits, servers >> 1));
  const used = columns * (pairWidth + cards.gap) - cards.gap;
  const all = Math.max(width, used + 2 * cards.margin);
  const rows = Math.ceil((servers >> 1) / columns);
  return {
    columns,
    width: all,
    height: rows * (cards.height + cards.row) - cards.row + cards.margin,
    left: (all - used) / 2,
  };
}

interface Grid {
  /** Pairs beside each other. */
  readonly columns: number;
  readonly width: number;
  readonly height: number;
  /** Where the first column begins. */
  readonly left: number;
}

/** Where the card of a server stands: pairs side by side, rows from the top. */
function boxOf(server: number, { columns, left }: Grid): Box {
  const pair = (server - 1) >> 1;
  return {
    x:
      left +
      (pair % columns) * (pairWidth + cards.gap) +
      ((server - 1) % 2) * (cards.width + cards.pair),
    y: cards.margin / 2 + Math.floor(pair / columns) * (cards.height + cards.row),
    w: cards.width,
    h: cards.height,
  };
}

/** What a slot shows: its own name at home, a name that stands in, one that has left, or none. */
function contentOf(w: World, slot: number): FleetSlot['is'] {
  const own = w.vport.home[slot] === slot;
  if (slotIs.active(w.vport.state[slot]!)) return own ? 'home' : 'away';
  return own ? 'left' : 'empty';
}

function slotsOf(w: World, server: number, box: Box): FleetSlot[] {
  const rows: number[] = [];
  let ports = 0;
  for (let slot = 1; slot < w.vport.rows; slot++) {
    if (w.port.server[w.vport.port[slot]!] !== server || w.vport.slot[slot] === 0) continue;
    rows.push(slot);
    ports = Math.max(ports, w.port.number[w.vport.port[slot]!]!);
  }
  const pitch = (box.w - 16) / Math.max(ports, 2);
  return rows.map((slot) => ({
    row: slot,
    is: contentOf(w, slot),
    identity: identityOf(serverOfName(w, slot)),
    name: nameText(w, slot),
    x: box.x + 8 + (w.port.number[w.vport.port[slot]!]! - 1) * pitch + 2,
    y: box.y + 8 + (w.vport.slot[slot]! - 1) * 15,
    w: Math.min(pitch - 4, 30),
    h: 12,
  }));
}

function disksOf(w: World, server: number, box: Box): FleetDisk[] {
  const rows: number[] = [];
  for (let disk = 1; disk < w.disk.rows; disk++) if (w.disk.home[disk] === server) rows.push(disk);
  const pitch = Math.min(9, (box.w - 16) / rows.length);
  return rows.map((disk, i) => ({
    row: disk,
    identity: w.disk.owner[disk] === server ? null : identityOf(w.disk.owner[disk]!),
    failed: diskIs.failed(w.disk.health[disk]!),
    x: box.x + 8 + i * pitch,
    y: box.y + box.h - 17,
    w: pitch - 2,
    h: 10,
  }));
}

/** Cards change with protocol states alone, so an outline does not grow as it does with cables. */
function outlineOf(w: World, server: number): FleetCard['outline'] {
  const is = (state: string): boolean =>
    within('failoverMonitor', w.server.monitor[server]!, state);
  if (is('inTakeover')) return 1;
  return is('takingOver') || is('givingBack') ? 0.5 : 0;
}

/** Sizes at which a fleet is tried, largest first. */
const scales = [1, 0.85, 0.7, 0.6] as const;

/** The largest scale at which a fleet fits this width and height, px; the least where none does. */
export const fleetScale = (servers: number, width: number, room: number): number =>
  scales.find((scale) => gridOf(servers, width / scale).height * scale <= room) ?? scales.at(-1)!;

/** A fleet as cards, for a drawing of this width, px: where each name is, at a glance. */
export function fleetOf(w: World, width: number): Fleet {
  const grid = gridOf(w.server.rows - 1, width);
  const drawn = Array.from({ length: w.server.rows - 1 }, (_, i): FleetCard => {
    const server = i + 1;
    const box = boxOf(server, grid);
    const label = w.plan.ids.server?.[server] ?? '';
    const slots = slotsOf(w, server, box);
    const guests = slots.filter(({ is }) => is === 'away').map(({ name }) => name);
    const words = serverWords(w, server);
    return {
      row: server,
      box,
      label,
      look: serverLook(w, server),
      outline: outlineOf(w, server),
      slots,
      disks: disksOf(w, server, box),
      mark: { x: box.x + box.w - 14, y: box.y + 72 },
      spoken: `Server ${label}, ${words}${guests.length ? `, carries ${guests.join(' and ')}` : ''}`,
    };
  });
  const own = drawn.flatMap(({ slots }) => slots.filter(({ row }) => w.vport.home[row] === row));
  return {
    width: grid.width,
    height: grid.height,
    cards: drawn,
    names: own.length,
    away: own.filter(({ is }) => is !== 'home').length,
  };
}
