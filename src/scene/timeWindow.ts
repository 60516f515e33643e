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
