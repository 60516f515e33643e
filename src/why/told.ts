import type { Fact } from '../model/fact.ts';
import type { KindName } from '../model/kinds.ts';
import type { Trace } from '../model/trace.ts';
import type { World } from '../model/world.ts';
import { countBefore } from './whyIndex.ts';
import type { WhyIndex } from './whyIndex.ts';

/** What has been told of a run, for those who ask why. */
export interface Told {
  readonly trace: Trace;
  /** Folded from all facts of that trace. */
  readonly index: WhyIndex;
  /** Of the world only what is wired to what, settings and words are read, which no fact changes. */
  readonly world: World;
}

/**
 * The last fact of one of these kinds before `until` for which `is` holds.
 * @returns its sequence number, -1 when there is none
 */
export function lastOf(
  { trace, index }: Told,
  kinds: readonly KindName[],
  until: number,
  is: (fact: Fact) => boolean = () => true,
): number {
  let found = -1;
  for (const kind of kinds) {
    const list = index.of(kind);
    for (let i = countBefore(list, until) - 1; i >= 0 && list[i]! > found; i--)
      if (is(trace.fact(list[i]!))) found = list[i]!;
  }
  return found;
}
