import type { Settings } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';

/** The part of the run that the time axis shows. */
export interface TimeWindow {
  readonly from: Micros;
  readonly to: Micros;
}

/** Without a failure, the window turns its pages at this length. */
const page: Micros = 30_000_000;
/** What is shown before a failure, and after the takeover that follows it. */
const lead: Micros = 2_000_000;
const aftermath: Micros = 7_400_000;
/** A window that holds on to its failure grows to this length before pages turn again. */
const longest: Micros = 120_000_000;
const whole = (at: Micros): Micros => Math.floor(at / 1_000_000) * 1_000_000;

/**
 * The window around an instant. It never slides under the playhead: it turns pages, or, after a
 * failure, begins shortly before it, is just as long as detection, takeover and login need, and
 * doubles when the playhead leaves it, so that the failure stays in sight.
 * @param faults instants of injected failures, in order
 */
export function timeWindow(at: Micros, faults: readonly Micros[], s: Settings): TimeWindow {
  const needed = s.heartbeatInterval * s.missesAllowed + s.fence + s.replayFullLog + aftermath;
  const first = whole(needed + 999_999);
  let from: Micros | null = null;
  let fault = -Infinity;
  for (const each of faults) {
    if (each > at) break;
    // A failure amid what the last one set off is part of the same story.
    if (from !== null && each < from + first) continue;
    fault = each;
    from = Math.max(0, whole(each - lead));
  }
  if (from === null || at < fault) {
    const turned = Math.floor(at / page) * page;
    return { from: turned, to: turned + page };
  }
  let length = first;
  while (length < longest && at >= from + length) length *= 2;
  const turned = from + Math.floor((at - from) / length) * length;
  return { from: turned, to: turned + length };
}

/** The shortest and the longest stretch that a person can choose. */
const shortestChosen: Micros = 10_000;
const longestChosen: Micros = 3_600_000_000;

/** A stretch of `length` from `from` on; it never begins before moment 0. */
const windowFrom = (from: Micros, length: Micros): TimeWindow => {
  const begin = Math.max(0, Math.round(from));
  return { from: begin, to: begin + Math.round(length) };
};

/** The window made longer (a factor above 1) or shorter, so that an instant keeps its place. */
export function zoomed({ from, to }: TimeWindow, factor: number, about: Micros): TimeWindow {
  const length = Math.min(longestChosen, Math.max(shortestChosen, (to - from) * factor));
  const held = Math.min(Math.max(about, from), to);
  return windowFrom(held - ((held - from) / (to - from)) * length, length);
}

/** The window moved by a share of its length. */
export const panned = ({ from, to }: TimeWindow, share: number): TimeWindow =>
  windowFrom(from + (to - from) * share, to - from);

/** The page of a chosen window that an instant lies on: it turns pages as the window does by itself. */
export function pageOf({ from, to }: TimeWindow, at: Micros): TimeWindow {
  const length = to - from;
  return windowFrom(from + Math.floor((at - from) / length) * length, length);
}
