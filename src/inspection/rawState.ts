import { stateOf } from '../charts/index.ts';
import type { ChartName } from '../charts/index.ts';
import type { Thing } from '../model/plan.ts';
import { schema } from '../model/schema.ts';
import type { TableName } from '../model/schema.ts';
import type { Column } from '../model/table.ts';
import type { World } from '../model/world.ts';
import { addressText, dash, fullName, moment } from './cells.ts';
import { thingText } from './thingText.ts';

/** One cell of the world as it is stored, and what its number stands for. */
export interface RawCell {
  readonly column: string;
  readonly number: number;
  /** A name, a state, a word; a dash where the number says all. */
  readonly word: string;
}

/** What the number of a cell stands for. */
function wordOf(w: World, column: Column, value: number): string {
  switch (column.kind) {
    case 'reference':
      return value ? thingText(w, { table: column.of as TableName, row: value }) : 'none';
    case 'state':
      return stateOf(column.of as ChartName, value) || dash;
    case 'name':
      return value ? fullName(w, value) : 'none';
    case 'address':
      return addressText(value);
    case 'flag':
      return value ? 'yes' : 'no';
    case 'word':
      return column.words?.[value] ?? dash;
    case 'time':
      return moment(value);
    case 'count':
      return dash;
  }
}

/** Every column of a thing’s row in the world, in the order of the schema; times are µs. */
export function rawState(w: World, { table, row }: Thing): readonly RawCell[] {
  const cells = w[table] as unknown as Readonly<Record<string, ArrayLike<number>>>;
  return Object.entries<Column>(schema[table]).map(([column, about]) => {
    const number = cells[column]![row]!;
    return { column, number, word: wordOf(w, about, number) };
  });
}
