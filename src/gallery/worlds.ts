import { follow } from '../model/difference.ts';
import type { Difference } from '../model/difference.ts';
import type { Plan } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import { worldOf } from '../model/world.ts';
import type { World } from '../model/world.ts';
import type { Turn } from '../scene/interestingMoments.ts';

/** One moment of a scenario: when, why it is shown, and the sentence above the picture. */
export interface Shown {
  readonly at: Micros;
  readonly turn: Turn;
  readonly caption: string;
}

/** A scenario of the gallery, but for its pictures. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly about: string;
  readonly servers: number;
  /** Ports of a server. */
  readonly ports: number;
  readonly moments: readonly Shown[];
}

/** A cluster at the moments of its scenario, as plain JSON. */
export interface Kept {
  readonly plan: Omit<Plan, 'start'>;
  /** Words of a world. */
  readonly words: number;
  /** Moment 0 as a difference from zeros. */
  readonly start: Difference;
  /** In the order of `moments`; the first differs from moment 0. */
  readonly worlds: readonly Difference[];
}

/** The worlds that were kept, each by itself, in the order of their moments. */
export function worldsOf(kept: Kept): World[] {
  const words = new Int32Array(kept.words);
  follow(words, kept.start);
  const plan: Plan = { ...kept.plan, start: words.slice().buffer };
  return kept.worlds.map((difference) => {
    follow(words, difference);
    return worldOf(plan, words.slice().buffer);
  });
}
