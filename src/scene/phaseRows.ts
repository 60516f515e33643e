import type { Micros } from '../model/time.ts';
import type { Phase, PhaseSpan } from './strips.ts';

/** A phase as it stands on the timeline. */
export interface PhaseBar {
  readonly phase: Phase;
  readonly from: Micros;
  readonly to: Micros;
  readonly current: boolean;
  /** Which half of the row it has; null where it has the row for itself. */
  readonly half: 0 | 1 | null;
}

/**
 * Phases up to an instant. Two servers can be in phases at once: the same phase is one bar, other
 * phases share the row in halves.
 */
export function phaseBars(spans: readonly PhaseSpan[], since: Micros, at: Micros): PhaseBar[] {
  const bars: { phase: Phase; from: Micros; to: Micros; current: boolean; server: number }[] = [];
  for (const span of spans) {
    if (span.from > at || (span.to ?? Infinity) < since) continue;
    const to = Math.min(span.to ?? Infinity, at);
    const current = span.to === null || span.to > at;
    const same = bars.find(
      (bar) => bar.phase === span.phase && bar.from <= to && span.from <= bar.to,
    );
    if (same && same.server !== span.server) {
      same.from = Math.min(same.from, span.from);
      same.to = Math.max(same.to, to);
      same.current ||= current;
    } else {
      bars.push({ phase: span.phase, from: span.from, to, current, server: span.server });
    }
  }
  return bars.map((bar) => {
    const other = bars.find(
      (each) => each.server !== bar.server && each.from < bar.to && bar.from < each.to,
    );
    const { phase, from, to, current } = bar;
    const half = other === undefined ? null : bar.server < other.server ? 0 : 1;
    return { phase, from, to, current, half };
  });
}
