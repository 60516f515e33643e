import type { StateNode } from '../charts/index.ts';
import type { Diagram, DiagramBox } from './diagram.ts';
import { gridOf, tightened } from './diagramGrid.ts';
import type { Grid } from './diagramGrid.ts';
import { labelsOf, labelWish } from './diagramLabels.ts';
import type { Saying } from './diagramLabels.ts';
import { drawn, piecesOf } from './diagramPieces.ts';
import type { Piece } from './diagramPieces.ts';
import { placesOf } from './diagramPlaces.ts';
import type { Link, Place } from './diagramPlaces.ts';
import { routesOf } from './diagramRoutes.ts';
import type { Routes } from './diagramRoutes.ts';
import { boxText, shapeOf, wordsOf } from './diagramStates.ts';
import type { Merged, Shape } from './diagramStates.ts';
import type { Point } from './geometry.ts';

type Drawing = Pick<Diagram, 'top' | 'height' | 'boxes' | 'arrows' | 'labels'>;

/** A drawing, and what makes it hard to read or to fit in. */
interface Candidate {
  readonly drawing: Drawing;
  readonly cost: number;
}

/**
 * What a px of height, a corner, a crossing, an arrow without words, and one that leads up although
 * its end was declared later cost.
 */
const price = { px: 1.3, corner: 4, crossing: 14, silent: 22, up: 20 };
/** Words may stand this far outside the boxes and lines, px. */
const outside = 14;
/** How much further apart the lanes of a gap may be so that words fit between them, px. */
const stretches = [5, 12];
/** With more states than this, two columns would make a drawing much higher than wide. */
const fewStates = 7;

/** What is to be drawn. */
interface Task {
  readonly shapes: readonly Shape[];
  readonly merged: readonly Merged[];
  /** The merged arrows as pairs of boxes. */
  readonly links: readonly Link[];
  readonly sayings: readonly Saying[];
  readonly width: number;
}

/** Boxes and lines with all their lanes, before they are drawn together. */
interface Layout {
  readonly grid: Grid;
  readonly routes: Routes;
  readonly pieces: readonly Piece<number>[];
  /** Horizontal tracks on which a line runs. */
  readonly taken: ReadonlySet<number>;
}

/** The cheapest of some drawings of a chart, with room made for words where that pays. */
export function bestDrawing(
  definition: StateNode,
  merged: readonly Merged[],
  width: number,
): Drawing {
  const indexOf = new Map(definition.states.map((state, i) => [state.path, i]));
  const links = merged.map(({ from, to }) => ({ from: indexOf.get(from)!, to: indexOf.get(to)! }));
  const shapes = definition.states.map(shapeOf);
  const task = { shapes, merged, links, sayings: sayingsOf(merged), width };
  const layouts = (shapes.length > fewStates ? [3] : [3, 2])
    .flatMap((columns) => placesOf(shapes, links, columns, width))
    .map((places) => layoutOf(task, places));
  let best: Candidate | undefined;
  let chosen = layouts[0]!;
  for (const layout of layouts) {
    const now = drawingOf(task, layout, []);
    if (!best || now.cost < best.cost) [best, chosen] = [now, layout];
  }
  let stretch: readonly number[] = new Array<number>(Math.max(...chosen.grid.gap) + 1).fill(0);
  for (const gap of stretch.keys()) {
    for (const more of stretches) {
      const other = stretch.map((each, i) => (i === gap ? more : each));
      const now = drawingOf(task, chosen, other);
      if (now.cost < best!.cost) [best, stretch] = [now, other];
    }
  }
  return best!.drawing;
}

function layoutOf({ shapes, merged, links, width }: Task, places: readonly Place[]): Layout {
  const wish = (a: number, b: number): number =>
    Math.max(
      0,
      ...links.map(({ from, to }, i) =>
        (from === a && to === b) || (from === b && to === a)
          ? labelWish(wordsOf(merged[i]!.declared))
          : 0,
      ),
    );
  const grid = gridOf(shapes, places, width, wish);
  const routes = routesOf(grid, links);
  const wide = grid.xs.length;
  const pieces = piecesOf(routes, wide);
  const across = pieces.filter(({ from, to }) => to - from < wide);
  return {
    grid,
    routes,
    pieces,
    taken: new Set(across.map(({ from }) => Math.floor(from / wide))),
  };
}

function drawingOf(task: Task, layout: Layout, stretch: readonly number[]): Candidate {
  const { shapes, merged, links, sayings, width } = task;
  const { grid, routes, taken } = layout;
  const wide = grid.xs.length;
  const { ys, height } = tightened(grid, taken, stretch);
  const pointOf = (node: number): Point => ({
    x: grid.xs[node % wide]!,
    y: ys[Math.floor(node / wide)]!,
  });
  const pieces = drawn(layout.pieces, pointOf);
  const boxes = shapes.map((shape, i) => boxOf(shape, i, grid, ys));
  const arrows = merged.map((each, i) => ({ ...each, points: cornersOf(routes[i]!.map(pointOf)) }));
  const area = { x: 0, y: -outside, w: width, h: height + 2 * outside };
  const labels = labelsOf(sayings, pieces, boxes, area);
  const top = Math.min(0, ...labels.map(({ y }) => y));
  const bottom = Math.max(height, ...labels.map(({ y, h }) => y + h));
  const named = new Set(labels.flatMap((label) => label.arrows)).size;
  const corners = arrows.reduce((sum, { points }) => sum + points.length - 2, 0);
  const up = links.filter(({ from, to }) => to > from && boxes[to]!.y < boxes[from]!.y).length;
  const cost =
    (bottom - top) * price.px +
    corners * price.corner +
    crossings(pieces) * price.crossing +
    (arrows.length - named) * price.silent +
    up * price.up;
  return { drawing: { top, height: bottom - top, boxes, arrows, labels }, cost };
}

const crossings = (pieces: readonly Piece<Point>[]): number =>
  pieces.reduce(
    (sum, { from: a, to: b }) =>
      sum +
      pieces.filter(
        ({ from, to }) =>
          a.x < from.x && from.x < b.x && from.x === to.x && from.y < a.y && a.y < to.y,
      ).length,
    0,
  );

/** Arrows that lead to the same box and say the same can share their words. */
function sayingsOf(merged: readonly Merged[]): Saying[] {
  const found = new Map<string, { words: string[]; arrows: number[] }>();
  for (const [i, { to, declared }] of merged.entries()) {
    const said = wordsOf(declared);
    const saying = found.get(`${to}>${said.join()}`) ?? { words: said, arrows: [] };
    saying.arrows.push(i);
    found.set(`${to}>${said.join()}`, saying);
  }
  return [...found.values()];
}

function boxOf(shape: Shape, i: number, grid: Grid, ys: readonly number[]): DiagramBox {
  const { x, y: was, w, h } = grid.boxes[i]!;
  const y = ys[grid.ys.indexOf(was)]!;
  const steps = shape.steps.map((each, at) => ({
    ...each,
    x: x + 6,
    y: y + boxText.head + at * boxText.step,
    w: w - 12,
    h: boxText.step,
  }));
  return { ...shape, x, y, w, h, steps };
}

/** Only the points at which a line turns, and its ends. */
const cornersOf = (points: readonly Point[]): Point[] =>
  points
    .filter((p, i) => p.x !== points[i - 1]?.x || p.y !== points[i - 1]?.y)
    .filter((p, i, all) => {
      const [a, b] = [all[i - 1], all[i + 1]];
      return !a || !b || !((a.x === p.x && p.x === b.x) || (a.y === p.y && p.y === b.y));
    });
