import { factWords, instantAt, kindAt } from '../model/fact.ts';
import { kindNumber } from '../model/kinds.ts';
import type { Micros } from '../model/time.ts';

/** What a story leads to: from then on the picture shows what it is about. */
const turns: ReadonlySet<number> = new Set([
  kindNumber['takeover.completed'],
  kindNumber['port.moved'],
  kindNumber['invariant.broken'],
]);

/** The instant of the first fact of these kinds, or null where there is none. */
export function firstOf(words: Int32Array, kinds: ReadonlySet<number>): Micros | null {
  for (let i = 0; i < words.length / factWords; i++)
    if (kinds.has(kindAt(words, i))) return instantAt(words, i);
  return null;
}

/** The instant of the first fact among these at which a story turns, or null where none does. */
export const turnIn = (words: Int32Array): Micros | null => firstOf(words, turns);

/**
 * The moment of a run that a still picture of it shows best. Where nothing turns it lies between
 * the first two things that are done, as the second often undoes the first, or else late.
 * @param done when the script does something, in order
 */
export function interestingMoment(
  words: Int32Array,
  until: Micros,
  done: readonly Micros[],
): Micros {
  const turn = turnIn(words);
  if (turn !== null) return turn;
  const [first, second] = done;
  return Math.floor(
    first !== undefined && second !== undefined ? (first + second) / 2 : (until * 2) / 3,
  );
}
