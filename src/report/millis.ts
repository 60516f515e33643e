import type { Micros } from '../model/time.ts';

/**
 * Lengths in whole milliseconds that add up to their sum in whole milliseconds: each is cut, and
 * what is missing goes to those that were cut most.
 */
export function inMillis(lengths: readonly Micros[]): readonly number[] {
  const cut = lengths.map((length) => Math.floor(length / 1_000));
  const whole = Math.round(lengths.reduce((sum, each) => sum + each, 0) / 1_000);
  const missing = whole - cut.reduce((sum, each) => sum + each, 0);
  const byLoss = [...lengths.keys()].sort((a, b) => (lengths[b]! % 1_000) - (lengths[a]! % 1_000));
  for (const i of byLoss.slice(0, missing)) cut[i]!++;
  return cut;
}

/** `18.930 s` from 18 930 ms. */
export const inSeconds = (millis: number): string => `${(millis / 1_000).toFixed(3)} s`;
