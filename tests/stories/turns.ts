import type { Settings } from '../../src/model/plan.ts';
import type { Story } from '../story.ts';

/** Starts a story, watched or not. */
export type Teller = (scenario: string, settings?: Partial<Settings>) => Story;

/** Short stories about turns that nobody sees often, by what they say. */
export type Turns = Readonly<Record<string, (tell: Teller) => void>>;

/** The same short story about several things. */
export const forEach = <T>(
  things: readonly T[],
  sentence: (thing: T) => string,
  story: (tell: Teller, thing: T) => void,
): Turns =>
  Object.fromEntries(
    things.map((thing) => [sentence(thing), (tell: Teller) => story(tell, thing)]),
  );
