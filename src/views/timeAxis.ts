import { ticks } from 'd3';
import type { Micros } from '../model/time.ts';

/** The one x scale that scrubber, phases and strips share. */
export interface TimeAxis {
  readonly from: Micros;
  readonly to: Micros;
  /** Place of an instant, px. */
  readonly x: (at: Micros) => number;
  /** Place of an instant, or of the nearer end of the window when it lies outside, px. */
  readonly clamped: (at: Micros) => number;
  /** The instant at a place. */
  readonly instant: (x: number) => Micros;
  /** About `count` round instants. */
  readonly ticks: (count: number) => Micros[];
}

/** Instants from `from` to `to` along `width` px from `left`. */
export function timeAxis(from: Micros, to: Micros, left: number, width: number): TimeAxis {
  const scale = width / (to - from);
  const x = (at: Micros): number => left + (at - from) * scale;
  return {
    from,
    to,
    x,
    clamped: (at) => x(Math.max(from, Math.min(to, at))),
    instant: (place) => from + (place - left) / scale,
    ticks: (count) => ticks(from, to, count),
  };
}
