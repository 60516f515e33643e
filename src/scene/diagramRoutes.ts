import type { Grid } from './diagramGrid.ts';
import { everybody, netOf, ownerOf } from './diagramNet.ts';
import type { Link } from './diagramPlaces.ts';

/** What a line pays besides its length, in px. To lie on another line is a last resort. */
const price = { bend: 22, cramped: 30, crossing: 60, join: 35, on: 600 };
/** What a line pays for each px that it runs together with another. */
const together = 0.6;
/** A corner this close to a box leaves no room for an arrowhead, px. */
const roomy = 11;
/** A loop begins and ends this far from the middle of its box, px. */
const loop = 8;

/** The nodes that the line of each link passes, from its box to the other. */
export type Routes = readonly (readonly number[])[];

/**
 * A line for each link along the tracks of a grid: around all boxes, on no other line, the shortest
 * first. Lines to the same box may run together: who meets such a line follows it to its end.
 *
 * Each line is searched for with A*, over states. A state is a node and the direction in which the
 * line arrives there (right, down, left or up, counted from 0): `node * 4 + direction`.
 */
export function routesOf(grid: Grid, links: readonly Link[]): Routes {
  const { xs, ys, boxes } = grid;
  const { wide, may, ports } = netOf(grid);
  const nodes = wide * ys.length;
  const strides = [1, wide, -1, -wide];
  /** The owner of the line that takes a step: to the right at `node * 2`, down at the next place. */
  const steps = new Int16Array(nodes * 2);
  /** The owner of the line that passes a node across or downwards, and that turns or ends there. */
  const passes = new Int16Array(nodes * 2);
  const turns = new Int16Array(nodes);
  /** For each box, where the lines to it go on from a node, and how far it is from there, px. */
  const onward = boxes.map(
    () => new Map<number, { readonly out: number; readonly left: number }>(),
  );

  const cost = new Int32Array(nodes * 4);
  const before = new Int32Array(nodes * 4);
  /** The least that a line still costs from each node to the box that is looked for. */
  const ahead = new Int32Array(nodes);
  /** States to be visited, by the least that a line through them costs: a whole number. */
  let queue: number[][] = [];

  /** The place of a step in tables of steps. */
  const stepFrom = (node: number, out: number): number =>
    Math.min(node, node + strides[out]!) * 2 + (out % 2);
  const lengthOf = (node: number, out: number): number => {
    const first = stepFrom(node, out) >> 1;
    const [x, y] = [first % wide, Math.floor(first / wide)];
    return out % 2 ? ys[y + 1]! - ys[y]! : xs[x + 1]! - xs[x]!;
  };
  const isUsed = (node: number): boolean =>
    turns[node]! + passes[node * 2]! + passes[node * 2 + 1]! > 0;

  const reach = (state: number, now: number, from: number): void => {
    if (now >= cost[state]!) return;
    cost[state] = now;
    before[state] = from;
    (queue[now + ahead[state >> 2]!] ??= []).push(state);
  };

  /** What a corner or a crossing costs if it is one short step before the end at a box. */
  const cramped = (state: number): number => {
    const last = before[state]!;
    if (last < 0 || (last % 4 === state % 4 && !isUsed(last >> 2))) return 0;
    return lengthOf(last >> 2, state % 4) < roomy ? price.cramped : 0;
  };

  /** What it costs to go on with a line that already leads to the box. */
  const joining = (state: number, to: number): number => {
    const { out, left } = onward[to]!.get(state >> 2)!;
    if ((out + 2) % 4 === state % 4) return Infinity;
    const other = passes[(state >> 2) * 2]! + passes[(state >> 2) * 2 + 1]!;
    return (
      price.join +
      left * together +
      (out === state % 4 ? 0 : price.bend + (left < roomy ? price.cramped : 0)) +
      (other && other !== ownerOf(to) ? price.on : 0)
    );
  };

  const spread = (state: number, { from, to }: Link): void => {
    const node = state >> 2;
    for (const by of [0, 1, 3]) {
      const out = (state + by) % 4;
      const step = stepFrom(node, out);
      const owner = step < 0 ? undefined : may[step];
      if (owner !== everybody && owner !== ownerOf(from) && owner !== ownerOf(to)) continue;
      let more = lengthOf(node, out) + (steps[step] ? price.on : 0);
      if (by) {
        const last = before[state]!;
        more += price.bend + (isUsed(node) ? price.on : 0);
        if (last >= 0 && before[last]! < 0 && lengthOf(last >> 2, state % 4) < roomy)
          more += price.cramped;
      } else {
        const other = passes[node * 2 + 1 - (out % 2)]!;
        if (turns[node] && before[state]! >= 0) more += price.on;
        if (other) {
          const left = onward[other - 1]!.get(node)?.left ?? roomy;
          more += price.crossing + (left < roomy ? price.cramped : 0);
        }
      }
      reach((node + strides[out]!) * 4 + out, cost[state]! + more, state);
    }
  };

  /** The states of the cheapest line, up to the box or to a line that leads there. */
  const cheapest = (link: Link): number[] => {
    const { from, to } = link;
    const isLoop = from === to;
    const { x, y, w, h } = boxes[to]!;
    for (let node = 0; node < nodes; node++) {
      const [left, top] = [xs[node % wide]!, ys[Math.floor(node / wide)]!];
      const across = Math.max(0, x - left, left - x - w);
      // Who joins a line pays the least for each px that is left.
      ahead[node] = Math.floor((across + Math.max(0, y - top, top - y - h)) * together);
    }
    cost.fill(2 ** 30);
    queue = [];
    for (const { node, out, aside } of ports[from]!)
      if (!isLoop || (out % 2 && aside <= -loop))
        reach(node * 4 + out, Math.abs(aside) + (isUsed(node) ? price.on : 0), -1);
    const ends = new Map<number, number>();
    for (const { node, out, aside } of ports[to]!)
      if (!isLoop || (out % 2 && aside >= loop))
        ends.set(node * 4 + ((out + 2) % 4), Math.abs(aside));
    let end = -1;
    let least = Infinity;
    for (let whole = 0; whole < Math.min(least, queue.length); whole++) {
      for (const state of queue[whole] ?? []) {
        if (cost[state]! + ahead[state >> 2]! !== whole) continue;
        const meets = !isLoop && onward[to]!.has(state >> 2);
        const aside = ends.get(state);
        const used = turns[state >> 2]!;
        const last = meets
          ? joining(state, to)
          : aside === undefined
            ? Infinity
            : aside + cramped(state) + (used && used !== ownerOf(to) ? price.on : 0);
        if (cost[state]! + last < least) [end, least] = [state, cost[state]! + last];
        if (last === Infinity && !meets) spread(state, link);
      }
    }
    const states: number[] = [];
    for (; end >= 0; end = before[end]!) states.unshift(end);
    return states;
  };

  /** Lays the cheapest line, and gives the nodes that it passes. */
  const lay = (link: Link): number[] => {
    const own = ownerOf(link.to);
    const known = onward[link.to]!;
    const states = cheapest(link);
    const route = states.map((state) => state >> 2);
    let { out, left } = known.get(route.at(-1)!) ?? { out: -1, left: 0 };
    for (let i = route.length - 1; i >= 0; i--) {
      const node = route[i]!;
      const arrival = states[i]! % 4;
      if (i > 0 && arrival === out) passes[node * 2 + (out % 2)] = own;
      else turns[node] = own;
      if (out >= 0 && !known.has(node)) known.set(node, { out, left });
      if (i === 0) break;
      steps[stepFrom(route[i - 1]!, arrival)] = own;
      left += lengthOf(route[i - 1]!, arrival);
      out = arrival;
    }
    for (let at = known.get(route.at(-1)!); at; at = known.get(route.at(-1)!))
      route.push(route.at(-1)! + strides[at.out]!);
    return route;
  };

  const far = ({ from, to }: Link): number => {
    const [a, b] = [boxes[from]!, boxes[to]!];
    return Math.abs(a.x + a.w / 2 - b.x - b.w / 2) + Math.abs(a.y - b.y);
  };
  const routes: number[][] = [];
  for (const [i, link] of [...links.entries()].sort(([, a], [, b]) => far(a) - far(b)))
    routes[i] = lay(link);
  return routes;
}
