import { leastGap, margin } from './diagramGrid.ts';

/** An arrow from one box to another, by their indices; equal for a loop. */
export interface Link {
  readonly from: number;
  readonly to: number;
}

export interface Size {
  readonly w: number;
  readonly h: number;
}

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A place for each box, counted row by row: `row = ⌊place / columns⌋`. */
type Places = readonly number[];

/** What a row of boxes costs for being there, for each px of its height, and if it has no room. */
const rowCosts = [0.7, 1.8];
const pxCost = 1 / 90;
const tooWide = 1000;

/**
 * Good places for the boxes in a grid: arrows are short and straight, boxes are rarely in their way,
 * and what is declared first is read first. From the order of declaration on, in lines that all run
 * to the right or to and fro, two boxes change places, or one moves to a free place, as long as that
 * makes the whole cheaper.
 */
export function placesOf(
  sizes: readonly Size[],
  links: readonly Link[],
  columns: number,
  width: number,
): Place[][] {
  const straight = packed(sizes, columns, width);
  const serpentine = straight.map((place) => {
    const row = Math.floor(place / columns);
    return row % 2 ? row * columns + (columns - 1 - (place % columns)) : place;
  });
  // One row more than needed, so that boxes find room to move.
  const rows = Math.floor(straight.at(-1)! / columns) + 2;
  const all = Array.from({ length: rows * columns }, (_, i) => i);
  const found = rowCosts.flatMap((rowCost) => {
    const cost = (places: Places): number => costOf(places, sizes, links, columns, width, rowCost);
    return [straight, serpentine].map((start) => climb(start, all, cost));
  });
  const different = new Map(found.map((places) => [places.join(), places]));
  return [...different.values()].map((places) => {
    const taken = new Set(places.map((place) => Math.floor(place / columns)));
    // Rows that were left empty are not drawn.
    const order = [...taken].sort((a, b) => a - b);
    return places.map((place) => ({
      row: order.indexOf(Math.floor(place / columns)),
      column: place % columns,
    }));
  });
}

/** One box after the other, as many in a row as there are columns and as there is room for. */
function packed(sizes: readonly Size[], columns: number, width: number): number[] {
  let row = 0;
  let column = -1;
  let wide = margin;
  return sizes.map(({ w }) => {
    column++;
    if (column > 0 && (column === columns || wide + w + margin > width)) {
      row++;
      column = 0;
      wide = margin;
    }
    wide += w + leastGap;
    return row * columns + column;
  });
}

/** The first box keeps the first place: there the eye begins. */
function climb(start: Places, all: readonly number[], cost: (places: Places) => number): Places {
  let best = { places: start, cost: cost(start) };
  for (let before = Infinity; best.cost < before;) {
    before = best.cost;
    for (let box = 1; box < start.length; box++) {
      for (const place of all) {
        const from = best.places[box]!;
        const other = best.places.indexOf(place);
        if (other === 0 || other === box) continue;
        const tried = best.places.map((p, i) => (i === box ? place : i === other ? from : p));
        const now = cost(tried);
        if (now < best.cost - 1e-9) best = { places: tried, cost: now };
      }
    }
  }
  return best.places;
}

function costOf(
  places: Places,
  sizes: readonly Size[],
  links: readonly Link[],
  columns: number,
  width: number,
  rowCost: number,
): number {
  const taken = new Set(places);
  const at = places.map((place) => ({ c: place % columns, r: Math.floor(place / columns) }));
  let sum = 0;
  for (const { from, to } of links) {
    const [a, b] = [at[from]!, at[to]!];
    const [across, down] = [Math.abs(a.c - b.c), Math.abs(a.r - b.r)];
    sum += across + down + (across && down ? 0.4 : 0);
    // A box in the way makes the arrow go round it.
    if (!across || !down) {
      const step = across ? Math.sign(b.c - a.c) : columns * Math.sign(b.r - a.r);
      for (let place = places[from]! + step; place !== places[to]; place += step) {
        if (!step) break;
        sum += taken.has(place) ? 0.9 : 0;
      }
    }
    // What follows in the declaration is read on the right or below.
    if (to > from) sum += b.r < a.r ? 1.2 * down : b.r === a.r && b.c < a.c ? 0.6 : 0;
    else sum += b.r > a.r ? 0.6 * down : 0;
  }
  for (const [i, p] of links.entries())
    for (const q of links.slice(i + 1))
      if (p.from !== q.from && p.to !== q.to && p.from !== q.to && p.to !== q.from)
        sum += crosses(at[p.from]!, at[p.to]!, at[q.from]!, at[q.to]!) ? 0.1 : 0;
  const rows = Math.max(...at.map(({ r }) => r)) + 1;
  for (let r = 0; r < rows; r++) {
    const line = sizes.filter((_, i) => at[i]!.r === r);
    if (line.length === 0) continue;
    const wide = line.reduce((w, size) => w + size.w + leastGap, 2 * margin - leastGap);
    sum += rowCost + Math.max(...line.map((size) => size.h)) * pxCost;
    if (wide > width) sum += tooWide;
  }
  return sum;
}

interface Cell {
  readonly c: number;
  readonly r: number;
}

/** On which side of the line through a and b a cell lies: positive, negative, or 0 on it. */
const side = (a: Cell, b: Cell, cell: Cell): number =>
  (b.c - a.c) * (cell.r - a.r) - (b.r - a.r) * (cell.c - a.c);

const crosses = (a: Cell, b: Cell, c: Cell, d: Cell): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
