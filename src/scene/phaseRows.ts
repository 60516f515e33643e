import type { Micros } from '../model/time.ts';
import type { Phase, PhaseSpan } from './strips.ts';

/** A phase as it stands on the timeline. */
export interface PhaseBar {
  readonly phase: Phase;
  readonly from: Micros;
  readonly to: Micros;
  readonly current: boolean;
  /** Which part of the row it has, and of how many: 0 of 1 where it has the row for itself. */
  readonly part: number;
  readonly parts: number;
}

/** So many pairs at once have parts of the row to themselves; further ones share the last. */
const mostParts = 4;
/** Partners have neighbouring rows: servers 1 and 2, 3 and 4. */
const pairOf = (server: number): number => (server + 1) >> 1;

/**
 * Phases up to an instant. Two servers of a pair can be in phases at once: the same phase is one bar,
 * other phases share the row in halves. Where more than one pair acts, each has a part of the row.
 */
export function phaseBars(spans: readonly PhaseSpan[], since: Micros, at: Micros): PhaseBar[] {
  const bars: { phase: Phase; from: Micros; to: Micros; current: boolean; server: number }[] = [];
  for (const span of spans) {
    if (span.from > at || (span.to ?? Infinity) < since) continue;
    const to = Math.min(span.to ?? Infinity, at);
    const current = span.to === null || span.to > at;
    const same = bars.find(
      (bar) =>
        bar.phase === span.phase &&
        pairOf(bar.server) === pairOf(span.server) &&
        bar.from <= to &&
        span.from <= bar.to,
    );
    if (same && same.server !== span.server) {
      same.from = Math.min(same.from, span.from);
      same.to = Math.max(same.to, to);
      same.current ||= current;
    } else {
      bars.push({ phase: span.phase, from: span.from, to, current, server: span.server });
    }
  }
  const pairs = [...new Set(bars.map(({ server }) => pairOf(server)))].sort((a, b) => a - b);
  return bars.map(({ phase, from, to, current, server }) => {
    const bar = { phase, from, to, current };
    if (pairs.length > 1) {
      const parts = Math.min(mostParts, pairs.length);
      return { ...bar, part: Math.min(parts - 1, pairs.indexOf(pairOf(server))), parts };
    }
    const other = bars.find((each) => each.server !== server && each.from < to && from < each.to);
    if (!other) return { ...bar, part: 0, parts: 1 };
    return { ...bar, part: server < other.server ? 0 : 1, parts: 2 };
  });
}
