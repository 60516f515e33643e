import {
  cardHeights,
  cardWidthOf,
  comfortable,
  levelOf,
  nextLevel,
  portWidthOf,
} from './fleetLevels.ts';
import type { FleetLevel } from './fleetLevels.ts';
import type { Box } from './geometry.ts';

/** How many servers stand in it, and how many ports the widest has. */
export interface FleetShape {
  readonly servers: number;
  readonly ports: number;
}

/** What the drawing may take without being scrolled, px. */
export interface FleetRoom {
  readonly width: number;
  readonly height: number;
}

/** How the fleet is looked at. */
export interface FleetSight {
  /** 1 where all of it fits, more to come nearer. */
  readonly zoom: number;
  /** The server under the lens: its pair tells more and the rest of its row makes room; 0 for none. */
  readonly lens: number;
}

export interface FleetGrid {
  readonly width: number;
  readonly height: number;
  /** Pairs beside each other. */
  readonly columns: number;
  /** By the row of the server; nobody stands in 0. */
  readonly boxes: readonly Box[];
  /** What is told of the cards that are not under the lens. */
  readonly level: FleetLevel;
  /** What is told of the pair under the lens; null where the lens has nothing to add. */
  readonly lens: { readonly pair: number; readonly level: FleetLevel } | null;
}

/** The least widths of a card: one that stands in a row, and one that makes room for the lens, px. */
const least = { card: 76, compressed: 44 } as const;
/** A card is so much wider than high. */
const aspect = 1.43;

interface Gaps {
  readonly edge: number;
  readonly top: number;
  /** Between partners, between pairs, between rows. */
  readonly partner: number;
  readonly pair: number;
  readonly row: number;
}

const gapsOf = ({ width, height }: FleetRoom): Gaps => ({
  edge: width < 600 ? 7 : width < 900 ? 12 : 32,
  top: height < 400 ? 5 : 6,
  partner: width < 600 ? 6 : 10,
  pair: width < 600 ? 8 : 12,
  row: height < 400 ? 8 : 11,
});

const clamp = (value: number, { least, most }: { least: number; most: number }): number =>
  Math.max(least, Math.min(most, value));

/** What all gaps of a row of so many pairs take, px. */
const gapsIn = (columns: number, gaps: Gaps): number =>
  columns * gaps.partner + (columns - 1) * gaps.pair;

/** A card’s height where nothing presses, px. */
const naturalHeight = (width: number, level: FleetLevel): number =>
  clamp(width / aspect, cardHeights[level]);

const lensHeight = ({ height }: FleetRoom, level: FleetLevel): number =>
  clamp(height * 0.45, cardHeights[level]);

/**
 * Pairs beside each other, so that all cards and a row under the lens fit the room and cards are as
 * large as can be; where nothing fits, what is least too high.
 */
function columnsOf({ servers, ports }: FleetShape, room: FleetRoom, gaps: Gaps): number {
  const pairs = servers >> 1;
  let [found, best] = [1, -Infinity];
  for (let columns = 1; columns <= pairs; columns++) {
    const width = (room.width - 2 * gaps.edge - gapsIn(columns, gaps)) / (2 * columns);
    if (width < least.card && columns > 1) break;
    const level = levelOf(portWidthOf(width, ports));
    const rows = Math.ceil(pairs / columns);
    const free = room.height - 2 * gaps.top - (rows - 1) * gaps.row;
    const spread = (free - lensHeight(room, nextLevel(level))) / Math.max(1, rows - 1);
    const missing = rows * (cardHeights[level].least - spread);
    const fits = rows === 1 || missing <= 0;
    const height = Math.min(naturalHeight(width, level), rows === 1 ? Infinity : spread);
    const worth = fits ? width * height : -missing;
    if (worth > best) [found, best] = [columns, worth];
  }
  return found;
}

/** The width of the two cards under the lens, px; 0 where the row cannot make room for more. */
function lensWidth(width: number, columns: number, row: number, ports: number): number {
  const level = levelOf(portWidthOf(width, ports));
  const others = 2 * (columns - 1) * Math.min(least.compressed, width);
  const wanted = cardWidthOf(comfortable[nextLevel(level)], ports);
  const wide = Math.min(wanted, (row - others) / 2);
  return levelOf(portWidthOf(wide, ports)) === level ? 0 : wide;
}

/** How wide a card is where all of the fleet is seen, px. */
function fittingWidth(shape: FleetShape, room: FleetRoom, gaps: Gaps, columns: number): number {
  const free = room.width - 2 * gaps.edge - gapsIn(columns, gaps);
  return Math.max(free / (2 * columns), shape.servers === 0 ? 0 : least.compressed);
}

/** The zoom at which a level begins; 1 where it is told already when all is seen. */
export function zoomFor(shape: FleetShape, room: FleetRoom, level: FleetLevel): number {
  const gaps = gapsOf(room);
  const fitting = fittingWidth(shape, room, gaps, columnsOf(shape, room, gaps));
  const wanted = cardWidthOf(comfortable[level], shape.ports);
  return level === 'dots' ? 1 : Math.max(1, wanted / fitting);
}

/** Where every card stands: pairs side by side, rows from the top, in the order of the servers. */
export function fleetGrid(shape: FleetShape, room: FleetRoom, sight: FleetSight): FleetGrid {
  const gaps = gapsOf(room);
  const columns = columnsOf(shape, room, gaps);
  const width = fittingWidth(shape, room, gaps, columns) * sight.zoom;
  const level = levelOf(portWidthOf(width, shape.ports));
  const rows = Math.ceil((shape.servers >> 1) / columns);
  const row = 2 * columns * width;
  const wide = sight.lens > 0 ? lensWidth(width, columns, row, shape.ports) : 0;
  const pair = wide > 0 ? (sight.lens - 1) >> 1 : -1;
  const lensRow = pair < 0 ? -1 : Math.floor(pair / columns);
  const lensLevel = levelOf(portWidthOf(wide, shape.ports));

  const tall = lensRow < 0 ? 0 : lensHeight(room, lensLevel);
  const plain = rows - (lensRow < 0 ? 0 : 1);
  const free = room.height - 2 * gaps.top - (rows - 1) * gaps.row - tall;
  const natural = naturalHeight(width, level);
  const share = plain === 0 ? natural : free / plain;
  // Nearer than all at once the drawing is scrolled anyway, and rows keep their heights.
  const height =
    sight.zoom > 1 ? natural : Math.max(cardHeights[level].least, Math.min(natural, share));
  const narrow = columns === 1 ? 0 : (row - 2 * wide) / (2 * columns - 2);

  const boxes: Box[] = [{ x: 0, y: 0, w: 0, h: 0 }];
  let y = gaps.top;
  for (let r = 0; r < rows; r++) {
    const high = r === lensRow ? Math.max(tall, height) : height;
    let x = gaps.edge;
    for (let p = r * columns; p < Math.min((r + 1) * columns, shape.servers >> 1); p++) {
      const [w, h] = p === pair ? [wide, high] : [r === lensRow ? narrow : width, height];
      const top = y + (high - h) / 2;
      boxes.push({ x, y: top, w, h }, { x: x + w + gaps.partner, y: top, w, h });
      x += 2 * w + gaps.partner + gaps.pair;
    }
    y += high + gaps.row;
  }
  return {
    width: row + gapsIn(columns, gaps) + 2 * gaps.edge,
    height: y - gaps.row + gaps.top,
    columns,
    boxes,
    level,
    lens: pair < 0 ? null : { pair, level: lensLevel },
  };
}
