import { instantAt, kindAt, operandAt } from '../model/fact.ts';
import { kindList, kindNumber } from '../model/kinds.ts';
import type { KindName } from '../model/kinds.ts';
import { thingOf } from '../model/plan.ts';
import type { Plan } from '../model/plan.ts';
import { schema } from '../model/schema.ts';
import type { TableName } from '../model/schema.ts';
import type { Micros } from '../model/time.ts';
import type { Trace } from '../model/trace.ts';

/** When playing stops by itself: a kind of fact, about one thing or any. */
export interface Condition {
  readonly kind: KindName;
  /** The id of the thing; empty for any. */
  readonly thing: string;
  /** What is done at that moment instead of stopping, once. */
  readonly then?: { readonly command: string; readonly thing: string };
}

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

/** The instants at which a condition is fulfilled, as a trace grows. */
export class Fulfilled {
  readonly condition: Condition;
  private readonly is: (words: Int32Array, i: number) => boolean;
  private instants: Micros[] = [];
  private read = 0;
  private of: Trace | null = null;
  private rewritten = -1;

  constructor(plan: Plan, condition: Condition) {
    this.condition = condition;
    this.is = fulfils(plan, condition);
  }

  /** All of them in the facts that a trace holds now. */
  in(trace: Trace): readonly Micros[] {
    if (this.of !== trace || this.rewritten !== trace.rewritten) {
      [this.of, this.rewritten, this.read, this.instants] = [trace, trace.rewritten, 0, []];
    }
    const found = [...this.instants];
    trace.forEach(this.read, trace.count, (words, i) => {
      if (!this.is(words, i)) return;
      const at = instantAt(words, i);
      if (found.at(-1) !== at) found.push(at);
    });
    this.read = trace.count;
    return (this.instants = found);
  }
}
