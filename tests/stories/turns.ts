import type { Settings } from '../../src/model/plan.ts';
import type { Topology } from '../../src/content/scenario.ts';
import type { Mutation } from '../../src/kernel/sim.ts';
import { Story } from '../story.ts';

/** Starts a story, watched or not. */
export type Teller = (
  scenario: string,
  settings?: Partial<Settings>,
  topology?: Partial<Topology>,
) => Story;

/** Watches everything that charts do in the stories it starts. */
export const watchedBy =
  (visited: Mutation['visited']): Teller =>
  (scenario, settings, topology) =>
    new Story(scenario, settings, visited ? { visited } : {}, topology);

/** Starts a story that nobody watches. */
export const plainly: Teller = watchedBy(undefined);

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
