import type { KindName } from '../model/kinds.ts';
import type { Settings } from '../model/plan.ts';
import type { TableName } from '../model/schema.ts';
import type { Micros } from '../model/time.ts';
import type { World } from '../model/world.ts';

/** A row that shows a property broken, and a second one where there is one; null when it holds. */
export type Witness = readonly [row: number, other?: number] | null;

/** What a property about time may ask for: that something be so before a deadline. */
export interface Debts {
  /** Simulated time of the fact at hand. */
  readonly now: Micros;
  /** From now on something is owed for this row; a debt that stands gets the new deadline. */
  owe(row: number, within: Micros): void;
  owes(row: number): boolean;
  /** It is met, or no longer owed. */
  settle(row: number): void;
  settleAll(): void;
  /** A number kept for a row, 0 at first: what a property must remember besides its debts. */
  recall(row: number): number;
  note(row: number, value: number): void;
  /** All debts that stand begin anew, with the time given. */
  postponeAll(within: Micros): void;
}

type Operands = readonly [a: number, b: number, c: number, d: number];

/** A claim about the world between steps. It is checked on the rows that a step wrote. */
export interface Property {
  readonly id: string;
  /** Which of the five sentences it stands under; null for those that only the full list shows. */
  readonly group: 0 | 1 | 2 | 3 | 4 | null;
  readonly sentence: string;
  /** Claims, standards or product documents it comes from. */
  readonly source: string;
  /** The tables of its witnesses’ rows. */
  readonly witnesses: readonly [TableName, TableName?];
  /** For each kind of fact that can break it: does it still hold for the rows of that fact? */
  readonly on?: Readonly<Partial<Record<KindName, (w: World, ...operands: Operands) => Witness>>>;
  /** For each kind of fact that begins, ends or postpones a debt: what is owed from now on. */
  readonly owes?: Readonly<
    Partial<Record<KindName, (w: World, debts: Debts, ...operands: Operands) => void>>
  >;
  /** The highest row that may owe something. */
  readonly debtors?: (w: World) => number;
  /** Instead of facts, a look at regular intervals: row 1 owes it all the time. */
  readonly every?: (s: Settings) => Micros;
  /** At the deadline of a row’s debt: is it unmet? */
  readonly overdue?: (w: World, row: number, at: Micros) => Witness;
  /** Whenever the cluster is at rest: does it hold, compared with the settled world of moment 0? */
  readonly atRest?: (w: World, start: () => World, at: Micros) => Witness;
}
