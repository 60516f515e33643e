import type { Thing } from '../model/plan.ts';
import type { TableName } from '../model/schema.ts';
import type { World } from '../model/world.ts';
import { thingWords } from './thingWords.ts';

/** Things of one table to choose from. */
export interface ThingGroup {
  readonly title: string;
  readonly things: readonly { readonly key: string; readonly words: string }[];
}

/** Tables whose rows a person chooses, as the page has them from top to bottom. */
const chosen: readonly (readonly [TableName, string])[] = [
  ['server', 'Servers'],
  ['host', 'Hosts'],
  ['fabric', 'Fabrics'],
  ['port', 'Ports'],
  ['vport', 'Slots'],
  ['hostPort', 'Host ports'],
  ['path', 'Paths'],
  ['cable', 'Cables'],
  ['lun', 'LUNs'],
  ['disk', 'Disks'],
  ['shelf', 'Shelves'],
  ['interconnect', 'Interconnects'],
];

/** A fleet has thousands of paths, which nobody looks for in a list. */
const most = 600;

export const keyOf = ({ table, row }: Thing): string => `${table}.${row}`;

/** The thing with a key that `keyOf` made, null for any other text. */
export function thingOfKey(w: World, key: string): Thing | null {
  const [table = '', row = ''] = key.split('.');
  const known = Object.hasOwn(w.plan.rows, table) && Number(row) >= 1;
  return known ? { table: table as TableName, row: Number(row) } : null;
}

/** Everything that a person may choose, by its table. */
export const thingGroups = (w: World): readonly ThingGroup[] =>
  chosen
    .filter(([table]) => w.plan.rows[table] > 0 && w.plan.rows[table] <= most)
    .map(([table, title]) => ({
      title,
      things: Array.from({ length: w.plan.rows[table] }, (_, i) => {
        const thing = { table, row: i + 1 };
        return { key: keyOf(thing), words: thingWords(w, thing) };
      }),
    }));
