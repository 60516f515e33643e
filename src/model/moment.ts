import { kindAt, operandAt } from './fact.ts';
import { kindNumber } from './kinds.ts';
import type { KindName } from './kinds.ts';
import { thingOf } from './plan.ts';
import type { Plan } from './plan.ts';

/** A kind of fact and its first operands: ids of things, numbers, or null for any. */
export type Moment = readonly [kind: KindName, ...about: (string | number | null)[]];

/** Whether the fact at index `i` of packed words is of this kind, about these things. */
export function matcherOf(plan: Plan, moment: Moment): (words: Int32Array, i: number) => boolean {
  const [kind, ...about] = moment;
  const number = kindNumber[kind];
  const operands = about.map((each) =>
    typeof each === 'string' ? (thingOf(plan, each)?.row ?? -1) : each,
  );
  return (words, i) =>
    kindAt(words, i) === number &&
    operands.every((value, n) => value === null || operandAt(words, i, n) === value);
}
