/** A line that comes down at `top`, runs across in a lane, and goes on down at `bottom`. */
export interface Run {
  readonly top: number;
  readonly bottom: number;
}

/** Runs closer than this side by side read as one cable, px. */
export const side = 11;
/** Free space between two runs that share a lane, px. */
const between = 24;
/** Beyond this many lanes only the first order found is taken: 6! orders are tried at most. */
const mostTried = 6;

const left = (run: Run): number => Math.min(run.top, run.bottom);
const right = (run: Run): number => Math.max(run.top, run.bottom);
const isStraight = (run: Run): boolean => Math.abs(run.top - run.bottom) < 2;

/**
 * A lane, 0 at the top, for every run: runs that overlap get lanes of their own, and the lanes are
 * ordered so that no two verticals lie on each other and few cables cross.
 */
export function laneOrder(runs: readonly Run[]): number[] {
  const long = [...runs.keys()].sort(
    (p, q) => right(runs[q]!) - left(runs[q]!) - (right(runs[p]!) - left(runs[p]!)) || p - q,
  );
  const lanes: number[][] = [];
  const laneOf: number[] = runs.map(() => 0);
  for (const i of long) {
    if (isStraight(runs[i]!)) continue;
    const clear = (others: readonly number[]): boolean =>
      others.every(
        (other) =>
          Math.max(left(runs[i]!), left(runs[other]!)) >
          Math.min(right(runs[i]!), right(runs[other]!)) + between,
      );
    let lane = lanes.findIndex(clear);
    if (lane < 0) lane = lanes.push([]) - 1;
    lanes[lane]!.push(i);
    laneOf[i] = lane;
  }
  if (lanes.length > mostTried) return laneOf;
  let best = laneOf;
  let least = Infinity;
  for (const order of permutations(lanes.length)) {
    const tried = laneOf.map((lane) => order[lane] ?? 0);
    const now = cost(runs, tried);
    if (now < least) [best, least] = [tried, now];
  }
  return best;
}

/** Verticals that lie on each other weigh more than any crossing. */
function cost(runs: readonly Run[], lane: readonly number[]): number {
  let sum = 0;
  for (const [i, a] of runs.entries()) {
    for (const [j, b] of runs.entries()) {
      if (i === j || isStraight(a) || isStraight(b)) continue;
      // The part of `a` that comes down, against the part of `b` that goes on down.
      if (Math.abs(a.top - b.bottom) < side && lane[i]! > lane[j]!) sum += 1000;
      if (a.top > left(b) && a.top < right(b) && lane[i]! > lane[j]!) sum++;
      if (a.bottom > left(b) && a.bottom < right(b) && lane[i]! < lane[j]!) sum++;
    }
  }
  return sum;
}

/** Every order of 0 … count - 1, the unchanged one first. */
function permutations(count: number): number[][] {
  if (count === 0) return [[]];
  return permutations(count - 1).flatMap((rest) =>
    Array.from({ length: count }, (_, at) => [
      ...rest.slice(0, count - 1 - at),
      count - 1,
      ...rest.slice(count - 1 - at),
    ]),
  );
}
