import type { Point } from './geometry.ts';
import type { Routes } from './diagramRoutes.ts';

/** A straight piece of line that the same arrows take all along, left to right or downwards. */
export interface Piece<At> {
  readonly from: At;
  readonly to: At;
  /** Indices of the arrows. */
  readonly arrows: readonly number[];
}

/** All lines of a grid `wide` nodes wide, cut wherever one joins another. */
export function piecesOf(routes: Routes, wide: number): Piece<number>[] {
  /** Who takes the step to the right, and down, from a node. */
  const steps: [Map<number, number[]>, Map<number, number[]>] = [new Map(), new Map()];
  for (const [arrow, route] of routes.entries()) {
    for (const [i, to] of route.slice(1).entries()) {
      const from = route[i]!;
      const taken = steps[Math.abs(to - from) === 1 ? 0 : 1];
      const first = Math.min(from, to);
      taken.set(first, [...(taken.get(first) ?? []), arrow]);
    }
  }
  return steps.flatMap((taken, down) => {
    const stride = down ? wide : 1;
    const follows = (node: number): boolean =>
      taken.get(node)?.join() === taken.get(node + stride)?.join();
    return [...taken.entries()]
      .filter(([node]) => !follows(node - stride))
      .map(([node, arrows]) => {
        let last = node;
        while (follows(last)) last += stride;
        return { from: node, to: last + stride, arrows };
      });
  });
}

/** The same pieces on the drawing. */
export const drawn = (
  pieces: readonly Piece<number>[],
  pointOf: (node: number) => Point,
): Piece<Point>[] =>
  pieces.map(({ from, to, arrows }) => ({ from: pointOf(from), to: pointOf(to), arrows }));
