import { expect, test } from 'vitest';
import { fromGallery, gallery } from '../../src/content/gallery.ts';
import { fleetFrom } from '../../src/scene/fleetFrom.ts';
import { generateCluster } from '../../src/content/generate.ts';
import { planOf } from '../../src/content/plan.ts';
import { worldOf } from '../../src/model/world.ts';
import type { Point } from '../../src/scene/geometry.ts';
import { laneOrder } from '../../src/scene/lanes.ts';
import { laneStep } from '../../src/scene/metrics.ts';
import type { Density } from '../../src/scene/metrics.ts';
import { placesOf } from '../../src/scene/places.ts';

const plans = [
  // From `fleetFrom` servers on each is a card, without cables.
  ...gallery
    .map(({ id }) => planOf(fromGallery(id)!))
    .filter(({ rows }) => rows.server < fleetFrom),
  planOf(generateCluster({ servers: 4, hosts: 2 })),
];
const widths: Readonly<Record<Density, number>> = { full: 1056, embed: 720, badge: 390 };

interface Piece {
  readonly cable: number;
  readonly a: Point;
  readonly b: Point;
}

/** Pairs of parallel pieces of different cables that run beside each other closer than allowed. */
function tooClose(routes: readonly { readonly points: readonly Point[] }[]): string[] {
  const pieces: Piece[] = routes.flatMap(({ points }, cable) =>
    points.slice(1).map((b, i) => ({ cable, a: points[i]!, b })),
  );
  const found: string[] = [];
  const beside = (p: Piece, q: Piece, run: 'x' | 'y', off: 'x' | 'y'): boolean => {
    if (p.a[off] !== p.b[off] || q.a[off] !== q.b[off]) return false;
    const shared =
      Math.min(Math.max(p.a[run], p.b[run]), Math.max(q.a[run], q.b[run])) -
      Math.max(Math.min(p.a[run], p.b[run]), Math.min(q.a[run], q.b[run]));
    return shared > 1 && Math.abs(p.a[off] - q.a[off]) < laneStep - 0.01;
  };
  for (const [i, p] of pieces.entries()) {
    for (const q of pieces.slice(i + 1)) {
      if (p.cable === q.cable) continue;
      if (beside(p, q, 'x', 'y') || beside(p, q, 'y', 'x')) found.push(JSON.stringify([p, q]));
    }
  }
  return found;
}

for (const plan of plans) {
  for (const density of ['full', 'embed', 'badge'] as const) {
    test(`${plan.id} at ${density} density: no two cables lie on each other`, () => {
      for (const short of [false, true]) {
        const places = placesOf(worldOf(plan), widths[density], density, short);
        expect(places.cable.length).toBeGreaterThan(1);
        expect(tooClose(places.cable)).toEqual([]);
      }
    });
  }
}

test('the check sees two cables in one lane', () => {
  const at = (x: number, y: number): Point => ({ x, y });
  const one = { points: [at(0, 0), at(0, 10), at(50, 10), at(50, 20)] };
  const other = { points: [at(20, 0), at(20, 12), at(80, 12), at(80, 20)] };
  expect(tooClose([one, other])).toHaveLength(1);
});

test('runs that overlap get lanes of their own, and runs that do not share one', () => {
  expect(
    new Set(
      laneOrder([
        { top: 0, bottom: 100 },
        { top: 50, bottom: 200 },
      ]),
    ).size,
  ).toBe(2);
  expect(
    laneOrder([
      { top: 0, bottom: 100 },
      { top: 150, bottom: 200 },
    ]),
  ).toEqual([0, 0]);
});

test('lanes are ordered so that a cable coming down does not lie on one going on', () => {
  // The first comes down where the second goes on down: the first must turn away above it.
  const [first, second] = laneOrder([
    { top: 100, bottom: 300 },
    { top: 400, bottom: 104 },
  ]);
  expect(first).toBeLessThan(second!);
});
