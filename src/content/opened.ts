import { follow } from '../model/difference.ts';
import type { Difference } from '../model/difference.ts';
import { factWords } from '../model/fact.ts';
import type { Condition } from '../model/condition.ts';
import type { Plan } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import type { ScriptLine } from './scenario.ts';

/** A scenario ready to run: the cluster laid out, and what happens by itself. */
export interface Opened {
  readonly plan: Plan;
  readonly script: readonly ScriptLine[];
  /** Facts at which playing stops by itself. */
  readonly stops?: readonly Condition[];
  /** Facts up to `until`, as the engine tells them when nobody has acted by then. */
  readonly begun?: { readonly until: Micros; readonly words: Int32Array };
}

/** A scenario in the menu. */
export interface MenuEntry {
  readonly id: string;
  readonly title: string;
  readonly group: string;
}

/** What the page of all scenarios shows of one: made by the build, which runs each to its moment. */
export interface Pictured {
  readonly about: string;
  readonly moment: Micros;
  /** The cluster at that moment, small: see `src/scene/thumbnailMarks.ts`. */
  readonly marks: readonly number[];
}

/** What the page is built with: the first scenario as plain JSON. */
export interface Prepared {
  readonly plan: Omit<Plan, 'start'>;
  /** Words of the world at moment 0, as their difference from zeros. */
  readonly start: Difference;
  readonly words: number;
  readonly script: readonly ScriptLine[];
  /** Its first facts, packed; words that only grow are written as differences, to be short. */
  readonly begun?: { readonly until: Micros; readonly words: readonly number[] };
}

/** Whether this word of packed facts is written as a difference: its instant and its step. */
export const differs = (i: number): boolean =>
  i >= factWords && (i % factWords === 1 || i % factWords === 2);

/** What `prepared` wrote, as it was. */
export function unpack({ plan, start, words, script, begun }: Prepared): Opened {
  const all = new Int32Array(words);
  follow(all, start);
  const facts = Int32Array.from(begun?.words ?? []);
  for (let i = 0; i < facts.length; i++) if (differs(i)) facts[i]! += facts[i - factWords]!;
  const opened = { plan: { ...plan, start: all.buffer }, script };
  return begun ? { ...opened, begun: { until: begun.until, words: facts } } : opened;
}
