import type { Thing } from '../model/plan.ts';
import type { World } from '../model/world.ts';

/** One thing that is said of the inspected thing: `Current owner`, `B`. */
export interface Line {
  readonly label: string;
  readonly value: string;
  /** The thing that the value names, where it can be gone to. */
  readonly leadsTo?: Thing;
}

/** A row of a table of the inspector. */
export interface Row {
  /** What it is about: the same at every moment, so that two moments can be compared. */
  readonly key: string;
  /** The thing that is inspected when the row is chosen. */
  readonly thing: Thing;
  /** One text per column, none of them empty; names are written in full. */
  readonly cells: readonly string[];
}

/** A table of the inspector: what else the world says of the thing that is inspected. */
export interface InspectionTable {
  readonly id: string;
  readonly title: string;
  /** Whether a thing of this kind has this table. */
  readonly isFor: (thing: Thing) => boolean;
  readonly columns: readonly string[];
  readonly rows: (w: World, thing: Thing) => readonly Row[];
  /** What is said where there is no row. */
  readonly none: string;
  /** Open from the beginning for things of these tables. */
  readonly openFor?: readonly Thing['table'][];
  /** Its cells are written by routine facts too (requests, frames, stamps), so it is read more often. */
  readonly isLively?: boolean;
}

/** A test for things of some tables. */
export const ofTables =
  (...tables: readonly Thing['table'][]) =>
  ({ table }: Thing): boolean =>
    tables.includes(table);

/** The row of a table that is about one thing. */
export const rowOf = (table: Thing['table'], row: number, ...cells: readonly string[]): Row => ({
  key: `${table}.${row}`,
  thing: { table, row },
  cells,
});
