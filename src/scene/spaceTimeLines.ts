import { identityOf } from './look.ts';
import { isSampled } from './spaceTimeRequests.ts';
import type { Message } from './spaceTimeMarks.ts';
import type { View } from './spaceTimeView.ts';

/** Lines of one kind and hue as one path. */
export interface LinePath {
  readonly key: string;
  /** What is drawn: the sort of message, `answer` for the way back. */
  readonly is: string;
  /** -1 for ink. */
  readonly identity: number;
  d: string;
  /** Arrowheads at their ends. */
  heads: string;
  /** Dots at the places that requests pass. */
  dots: string;
}

/** A message as it is drawn: the points that it passes, x and y by turns, px. */
export interface DrawnMessage {
  readonly message: Message;
  readonly points: readonly number[];
}

export interface Lines {
  readonly paths: readonly LinePath[];
  readonly drawn: readonly DrawnMessage[];
  readonly crosses: readonly (readonly [x: number, y: number])[];
}

/** What stands on a row is this high on either side of its middle, px: arrows end there. */
const clear: Readonly<Record<string, number>> = {
  host: 0,
  fabric: 0,
  port: 13,
  server: 8,
  shelf: 12,
};
/** Crosses closer than this are one, px. */
const together = 6;

const n = (value: number): string => value.toFixed(1);

function head(x0: number, y0: number, x: number, y: number): string {
  const length = Math.hypot(x - x0, y - y0);
  if (length < 9) return '';
  const [ux, uy] = [(x - x0) / length, (y - y0) / length];
  const at = (along: number, aside: number): string =>
    `${n(x - ux * along - uy * aside)} ${n(y - uy * along + ux * aside)}`;
  return `M${n(x)} ${n(y)}L${at(6.5, 2.7)}L${at(6.5, -2.7)}z`;
}

/** The points of a message, or null when it passes a place that is not shown. */
function pointsOf({ sort, stops, lost, midway }: Message, view: View): number[] | null {
  const { layout, fold } = view;
  const points: number[] = [];
  for (let i = 0; i < stops.length; i += 2) {
    const y = layout.ys[stops[i + 1]!]!;
    if (Number.isNaN(y)) return null;
    points.push(view.x(stops[i]!), y);
  }
  if (points.length < 4) return null;
  const last = points.length - 2;
  if (midway) {
    points[last] = (points[last]! + points[last - 2]!) / 2;
    points[last + 1] = (points[last + 1]! + points[last - 1]!) / 2;
  } else if (sort !== 'request') {
    // An arrow ends at the edge of what stands on the row.
    for (const [i, next] of [
      [0, 2],
      [last, last - 2],
    ] as const) {
      const place = stops[i + 1]!;
      const gap = layout.heights[place] ? clear[fold.wiring.thing(place).table]! : 0;
      const way = points[next + 1]! - points[i + 1]!;
      if (Math.abs(way) > 2 * gap && !(lost && i === last)) points[i + 1]! += Math.sign(way) * gap;
    }
  }
  return points;
}

/** The lines of all messages in the window, merged by kind and hue. */
export function linesOf(view: View): Lines {
  const paths = new Map<string, LinePath>();
  const drawn: DrawnMessage[] = [];
  const crosses: [number, number][] = [];
  const crossed = new Set<string>();

  const pathOf = (is: string, identity: number): LinePath => {
    const key = `${is}${identity}`;
    let path = paths.get(key);
    if (!path) paths.set(key, (path = { key, is, identity, d: '', heads: '', dots: '' }));
    return path;
  };
  const draw = (message: Message): void => {
    const { stops, turn, sort, about, lost } = message;
    if (stops[0]! < view.from || stops[0]! > view.until) return;
    const points = pointsOf(message, view);
    if (!points) return;
    if (lost) {
      const [x, y] = points.slice(-2) as [number, number];
      const key = `${Math.round(x / together)} ${y}`;
      // Of many that are lost at one spot, one is drawn.
      if (crossed.has(key)) return;
      crossed.add(key);
      if (stops.at(-2)! <= view.until) crosses.push([x, y]);
    }
    drawn.push({ message, points });
    const hued = about > 0 && (sort === 'request' || sort === 'host');
    const identity = hued ? identityOf(about) : -1;
    const ends = points.length / 2 - 1;
    for (const [first, last, is] of [
      [0, Math.min(turn, ends), sort],
      [Math.min(turn, ends), ends, sort === 'request' ? sort : `${sort} answer`],
    ] as const) {
      if (last <= first) continue;
      const path = pathOf(is, identity);
      let d = `M${n(points[2 * first]!)} ${n(points[2 * first + 1]!)}`;
      for (let i = first + 1; i <= last; i++) d += `L${n(points[2 * i]!)} ${n(points[2 * i + 1]!)}`;
      path.d += d;
      if (sort === 'request') {
        for (let i = first; i <= last; i++)
          path.dots += `M${n(points[2 * i]!)} ${n(points[2 * i + 1]!)}h0`;
      } else if (!(lost && last === ends)) {
        const [x0, y0, x, y] = points.slice(2 * last - 2, 2 * last + 2) as [
          number,
          number,
          number,
          number,
        ];
        path.heads += head(x0, y0, x, y);
      }
    }
  };
  view.fold.requests.all.visit(view.from, view.until, (message) => {
    if (isSampled(message, view.requestSample)) draw(message);
  });
  view.fold.messages.all.visit(view.from, view.until, (message) => {
    if (message.sort !== 'heartbeat' || message.lost || isSampled(message, view.beatSample))
      draw(message);
  });
  return {
    paths: [...paths.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
    drawn,
    crosses,
  };
}

/** The drawn message that passes a point closest, at most `reach` px away; null for none. */
export function messageNear(
  drawn: readonly DrawnMessage[],
  x: number,
  y: number,
  reach: number,
): DrawnMessage | null {
  let found: DrawnMessage | null = null;
  let closest = reach;
  for (const each of drawn) {
    const { points } = each;
    for (let i = 0; i + 3 < points.length; i += 2) {
      const [x0, y0, x1, y1] = points.slice(i, i + 4) as [number, number, number, number];
      const [dx, dy] = [x1 - x0, y1 - y0];
      const along = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1);
      const t = Math.max(0, Math.min(1, along));
      const away = Math.hypot(x - x0 - t * dx, y - y0 - t * dy);
      if (away < closest) [found, closest] = [each, away];
    }
  }
  return found;
}
