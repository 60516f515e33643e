import { kindAt, operandAt } from '../model/fact.ts';
import { firstWhere } from '../model/halving.ts';
import { kindNumber } from '../model/kinds.ts';
import type { KindName } from '../model/kinds.ts';
import type { Plan } from '../model/plan.ts';
import { schema } from '../model/schema.ts';
import type { TableName } from '../model/schema.ts';
import { worldOf } from '../model/world.ts';
import type { World } from '../model/world.ts';
import { eachThing, tells } from './things.ts';

const tableNumber = Object.fromEntries(Object.keys(schema).map((table, i) => [table, i])) as Record<
  TableName,
  number
>;
const rowsOfTable = 0x100_0000;

const none: readonly number[] = [];

/**
 * Which facts are about which thing: a fold over all facts of a branch. Requests and heartbeats, which
 * are most of all facts, are left out; see `answers.ts`.
 */
export class WhyIndex {
  private readonly wired: World;
  private readonly ofThing = new Map<number, number[]>();
  private readonly ofKind = new Map<number, number[]>();
  private count = 0;

  constructor(plan: Plan) {
    this.wired = worldOf(plan);
  }

  /** Takes the next fact, which lies at index `i` of packed facts. */
  take(words: Int32Array, i: number): void {
    const seq = this.count++;
    const kind = kindAt(words, i);
    if (!tells[kind]) return;
    add(this.ofKind, kind, seq);
    eachThing(this.wired, kind, operandAt(words, i, 0), operandAt(words, i, 1), (table, row) =>
      add(this.ofThing, tableNumber[table] * rowsOfTable + row, seq),
    );
  }

  /** Sequence numbers of the facts about a thing, in order. */
  about(table: TableName, row: number): readonly number[] {
    return this.ofThing.get(tableNumber[table] * rowsOfTable + row) ?? none;
  }

  /** Sequence numbers of the facts of a kind, in order; none of a kind that is routine. */
  of(kind: KindName): readonly number[] {
    return this.ofKind.get(kindNumber[kind]) ?? none;
  }
}

function add(lists: Map<number, number[]>, key: number, seq: number): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [seq]);
  // A fact may name a thing twice, such as a host by its path and by its port.
  else if (list.at(-1) !== seq) list.push(seq);
}

/** How many of these sequence numbers, which are in order, lie before `until`. */
export const countBefore = (list: readonly number[], until: number): number =>
  firstWhere(0, list.length, (i) => list[i]! >= until);
