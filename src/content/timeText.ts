import type { Micros } from '../model/time.ts';

const units = [
  ['s', 1_000_000],
  ['ms', 1_000],
  ['us', 1],
] as const;

export type TimeUnit = (typeof units)[number][0];

/** The largest unit in which a length of time is a whole number: 250 and `ms`. */
export function inUnit(micros: Micros): { readonly count: number; readonly unit: TimeUnit } {
  const [unit, size] = units.find(([, each]) => micros % each === 0) ?? ['us', 1];
  return { count: micros / size, unit };
}

/** `12s`, `250ms`, `5us`: a length of time exactly, as a scenario file has it. */
export function timeText(micros: Micros): string {
  const { count, unit } = inUnit(micros);
  return `${count}${unit}`;
}
