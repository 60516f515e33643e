import type { Plan } from '../model/plan.ts';
import type { ScriptLine } from './scenario.ts';

/** A scenario ready to run: the cluster laid out, and what happens by itself. */
export interface Opened {
  readonly plan: Plan;
  readonly script: readonly ScriptLine[];
}

/** A scenario in the menu. */
export interface MenuEntry {
  readonly id: string;
  readonly title: string;
  readonly group: string;
}

/** What the page is built with: the first scenario as plain JSON. */
export interface Prepared {
  readonly plan: Omit<Plan, 'start'>;
  /** Words of the world at moment 0: how many zeros, then a word, and so on. */
  readonly start: readonly number[];
  readonly words: number;
  readonly script: readonly ScriptLine[];
}

/** What `prepared` wrote, as it was. */
export function unpack({ plan, start, words, script }: Prepared): Opened {
  const all = new Int32Array(words);
  let at = 0;
  for (let i = 0; i < start.length; i += 2) {
    at += start[i]!;
    all[at++] = start[i + 1]!;
  }
  return { plan: { ...plan, start: all.buffer }, script };
}
