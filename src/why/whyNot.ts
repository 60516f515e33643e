import { commandsFor } from '../commands/index.ts';
import type { Thing } from '../model/plan.ts';
import type { World } from '../model/world.ts';
import { asideOf } from './chain.ts';
import type { Aside } from './chain.ts';
import { groundOf } from './grounds.ts';
import { stalledRequests, refusedLogins, takeoversNotBegun } from './notYet.ts';
import type { Told } from './told.ts';

/** Something that is not done or cannot be done. */
export interface Refused {
  /** What is not so: a verb, or a sentence. */
  readonly what: string;
  readonly reason: string;
  /** Where the rule is from; empty where there is none beside the reason. */
  readonly source: string;
  /** The fact that made it so, if there is one. */
  readonly fact: Aside | null;
}

type WhyNot = (told: Told, w: World, thing: Thing, until: number) => readonly Refused[];

/**
 * The verbs of a thing that do not apply, each with the reason that the menu gives.
 * @param w the world in which `until` facts have happened
 */
export const refusedVerbs: WhyNot = (told, w, thing, until) =>
  commandsFor(thing.table).flatMap(({ label, appliesTo }): Refused[] => {
    const reason = appliesTo(w, thing.row);
    if (reason === true) return [];
    const { seq, source } = groundOf(told, thing, reason, until);
    return [{ what: label, reason, source, fact: asideOf(told, seq) }];
  });

/**
 * What is not so with a thing, and why not: takeovers that were not begun, logins that were refused,
 * requests that wait.
 * @param w the world in which `until` facts have happened
 */
export const notYet: WhyNot = (told, w, thing, until) => [
  ...takeoversNotBegun(told, w, thing, until),
  ...refusedLogins(told, w, thing, until),
  ...stalledRequests(told, w, thing, until),
];
