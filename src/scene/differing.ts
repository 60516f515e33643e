import { differences } from '../model/compare.ts';
import type { Thing } from '../model/plan.ts';
import type { TableName } from '../model/schema.ts';
import type { World } from '../model/world.ts';

/** What of a thing makes it look otherwise. */
const looks: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  server: ['life', 'monitor'],
  port: ['monitor', 'light'],
  vport: ['state', 'portName'],
  disk: ['owner', 'state', 'health'],
};
/** More than these are not looked at one by one. */
const most = 200;

/** The things that differ between two moments of clusters of the same build; none if built otherwise. */
export function differing(a: World, b: World): readonly Thing[] {
  for (const table of Object.keys(looks) as TableName[])
    if (a.plan.rows[table] !== b.plan.rows[table]) return [];
  const found = new Map<string, Thing>();
  const isSeen = ({ table, row }: Thing): boolean =>
    // A base slot is no row of its port in the picture.
    table !== 'vport' || a.vport.slot[row] !== 0;
  for (const { table, row } of differences(a, b, looks).filter(isSeen))
    found.set(`${table}.${row}`, { table, row });
  return [...found.values()].slice(0, most);
}
