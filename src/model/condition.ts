import { kindAt, operandAt } from './fact.ts';
import { kindList, kindNumber } from './kinds.ts';
import type { KindName } from './kinds.ts';
import { thingOf } from './plan.ts';
import type { Plan } from './plan.ts';
import { schema } from './schema.ts';
import type { TableName } from './schema.ts';

/** That a fact of some kind is told, about one thing or any. */
export interface Condition {
  readonly kind: KindName;
  /** The id of the thing; empty for any. */
  readonly thing: string;
}

export const sameCondition = (a: Condition, b: Condition): boolean =>
  a.kind === b.kind && a.thing === b.thing;

/** `takeover.started of B` */
export const conditionText = ({ kind, thing }: Condition): string =>
  thing === '' ? kind : `${kind} of ${thing}`;

const tableNames = Object.keys(schema) as readonly TableName[];

/** Whether a packed fact fulfils a condition. */
export function fulfils(
  plan: Plan,
  condition: Condition,
): (words: Int32Array, i: number) => boolean {
  const number = kindNumber[condition.kind];
  if (condition.thing === '') return (words, i) => kindAt(words, i) === number;
  const thing = thingOf(plan, condition.thing);
  if (!thing) return () => false;
  const places = kindList[number]!.operands.flatMap(({ kind, of }, place) =>
    kind === 'reference' && of === thing.table ? [place] : [],
  );
  const commanded = condition.kind === 'command.given';
  const table = tableNames.indexOf(thing.table);
  return (words, i) =>
    kindAt(words, i) === number &&
    (places.some((place) => operandAt(words, i, place) === thing.row) ||
      (commanded && operandAt(words, i, 1) === table && operandAt(words, i, 2) === thing.row));
}
