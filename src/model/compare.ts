import { schema } from './schema.ts';
import type { TableName, WorldTables } from './schema.ts';

/** A cell that differs between two worlds of the same shape. */
export interface Difference {
  readonly table: TableName;
  readonly column: string;
  readonly row: number;
}

type Cells = Readonly<Record<string, Int32Array | Float64Array>>;

/**
 * Which cells of two worlds differ.
 * @param only the columns to look at, by table; every column of every table unless told
 */
export function differences(
  a: WorldTables,
  b: WorldTables,
  only: Readonly<Partial<Record<TableName, readonly string[]>>> = everyColumn,
): Difference[] {
  const found: Difference[] = [];
  for (const [table, columns] of Object.entries(only) as [TableName, readonly string[]][]) {
    const [left, right] = [a[table] as unknown as Cells, b[table] as unknown as Cells];
    for (const column of columns) {
      const [x, y] = [left[column]!, right[column]!];
      for (let row = 1; row < x.length; row++) {
        if (x[row] !== y[row]) found.push({ table, column, row });
      }
    }
  }
  return found;
}

const everyColumn: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(schema).map(([table, columns]) => [table, Object.keys(columns)]),
);
