import type { Place, Size } from './diagramPlaces.ts';
import type { Box } from './geometry.ts';

/** Lines run on vertical tracks this far apart, px; boxes begin and end on tracks. */
export const pitch = 8;
/** No line comes closer to the side of a box than this, px, unless it ends there. */
export const clearance = 7;
/** Tracks for lines between two rows, and above the first and below the last. */
const lanes = { between: 7, outside: 3 };
/** Between a row and the nearest lane, and between two lanes, px. */
const air = { row: 14, lane: 13, none: 26, outside: 1 };
/** Between the side of the drawing and the boxes, px: room for one line and for an arrowhead. */
export const margin = 12;
/** The least gap between two boxes of a row, px: an arrow and its head. */
export const leastGap = 32;

/** A box in the grid: its line of ports at the sides is at the same height in the whole row. */
export type GridBox = Box & Measured;

/** The tracks that lines may run on. A crossing of two tracks is a node: `y * xs.length + x`. */
export interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** For each horizontal track, the gap whose lane it is: 0 above the first row; -1 for others. */
  readonly gap: readonly number[];
  readonly boxes: readonly GridBox[];
}

/** A box that has no place yet. */
export interface Measured extends Size {
  /** From the top of the box to its side ports, px. */
  readonly middle: number;
}

/** Px that the words between two boxes of a row ask for, by the indices of the boxes. */
export type Wishes = (left: number, right: number) => number;

/**
 * The left sides of the boxes: the first column stands left, the last right, and the others between,
 * above and below each other unless the words in their row need another share of the free room.
 */
function across(
  sizes: readonly Measured[],
  places: readonly Place[],
  right: number,
  wishes: Wishes,
): number[] {
  const last = Math.max(1, ...places.map(({ column }) => column));
  const left: number[] = [];
  const outer = ({ column }: Place): boolean => column === 0 || column === last;
  for (const [i, { w }] of sizes.entries())
    if (outer(places[i]!)) left[i] = places[i]!.column === 0 ? margin : right - margin - w;
  for (const [i, { w }] of sizes.entries()) {
    const place = places[i]!;
    if (outer(place)) continue;
    const [before, after] = [-1, 1].map((by) =>
      places.findIndex((each) => each.row === place.row && each.column === place.column + by),
    ) as [number, number];
    const from = before < 0 ? 0 : left[before]! + sizes[before]!.w;
    const to = after < 0 ? right : left[after]!;
    const wish = {
      before: before < 0 ? margin : Math.max(leastGap, wishes(before, i)),
      after: after < 0 ? margin : Math.max(leastGap, wishes(i, after)),
    };
    const spare = to - from - w - wish.before - wish.after;
    const middle = snap((right - w) / 2);
    const least = from + wish.before + Math.min(0, spare) / 2;
    const most = to - w - wish.after - Math.min(0, spare) / 2;
    left[i] = snap(Math.max(least, Math.min(most, middle)));
  }
  return left;
}

/** To the next track that a box may begin at. */
const snap = (x: number): number => margin + Math.round((x - margin) / pitch) * pitch;

export function gridOf(
  sizes: readonly Measured[],
  places: readonly Place[],
  width: number,
  wishes: Wishes,
): Grid {
  const count = Math.floor((width - 2 * margin) / pitch);
  const inner = Array.from({ length: count + 1 }, (_, i) => margin + i * pitch);
  const right = inner.at(-1)! + margin;
  const xs = [0, ...inner, right];
  const left = across(sizes, places, right, wishes);
  const rowOf = places.map(({ row }) => row);
  const rows = Math.max(...rowOf) + 1;
  const boxes: GridBox[] = [];
  const tracks: { y: number; gap: number }[] = [];
  let y = 0;
  const addLanes = (gap: number, free: number): void => {
    y += air.row;
    for (let i = 0; i < free; i++) tracks.push({ y: y + i * pitch, gap });
    y += (free - 1) * pitch + air.row;
  };
  addLanes(0, lanes.outside);
  for (let row = 0; row < rows; row++) {
    const own = sizes.flatMap((_, i) => (rowOf[i] === row ? [i] : []));
    const middle = Math.max(...own.map((i) => sizes[i]!.middle));
    const inside = new Set([y + middle]);
    let bottom = y;
    for (const i of own) {
      const { w, h } = sizes[i]!;
      const box = { x: left[i]!, y: y + middle - sizes[i]!.middle, w, h };
      boxes[i] = { ...box, middle: sizes[i]!.middle };
      inside.add(box.y).add(box.y + h);
      bottom = Math.max(bottom, box.y + h);
    }
    for (let at = y + 2 * middle + air.lane; at < bottom - air.lane; at += air.lane) inside.add(at);
    for (const at of [...inside].sort((a, b) => a - b)) tracks.push({ y: at, gap: -1 });
    y = bottom;
    addLanes(row + 1, row + 1 < rows ? lanes.between : lanes.outside);
  }
  return { xs, ys: tracks.map((track) => track.y), gap: tracks.map((track) => track.gap), boxes };
}

/**
 * The heights of a grid’s tracks without the lanes that no line takes, and of the whole. `more` says
 * for each gap between rows how much further apart than needed its lanes are.
 */
export function tightened(
  grid: Grid,
  taken: ReadonlySet<number>,
  more: readonly number[],
): { readonly ys: readonly number[]; readonly height: number } {
  const last = Math.max(...grid.gap);
  const ys: number[] = [];
  let y = 0;
  for (let track = 0; track < grid.ys.length;) {
    const gap = grid.gap[track]!;
    let end = track + 1;
    while (grid.gap[end] === gap) end++;
    if (gap < 0) {
      // Inside a row all distances stay.
      for (let at = track; at < end; at++) ys.push(y + grid.ys[at]! - grid.ys[track]!);
      y = ys.at(-1)!;
    } else {
      const wider = more[gap] ?? 0;
      const before = gap === 0 ? air.outside : air.row + wider;
      const after = gap === last ? air.outside : air.row + wider;
      let lanesTaken = 0;
      for (let at = track; at < end; at++) {
        if (taken.has(at)) lanesTaken++;
        ys.push(y + before + Math.max(0, lanesTaken - 1) * (air.lane + wider));
      }
      const isInside = gap > 0 && gap < last;
      y +=
        lanesTaken > 0
          ? before + (lanesTaken - 1) * (air.lane + wider) + after
          : isInside
            ? air.none + wider
            : 0;
    }
    track = end;
  }
  return { ys, height: y };
}
