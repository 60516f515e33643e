import { count, time } from './table.ts';
import type { Tables } from './table.ts';
import { diskTables } from './tables/disks.ts';
import { fabricTables } from './tables/fabrics.ts';
import { hostTables } from './tables/hosts.ts';
import { portTables } from './tables/ports.ts';
import { serverTables } from './tables/servers.ts';
import { trafficTables } from './tables/traffic.ts';

/**
 * The world: everything visible at one instant. Each server also has its own view of who owns a
 * disk and whether its partner lives; nothing lets one server read another's mind.
 * The order of the tables is the order of their bytes.
 */
export const schema = {
  ...serverTables,
  ...portTables,
  ...fabricTables,
  ...hostTables,
  ...diskTables,
  ...trafficTables,
  property: {
    broken: count('How often it has been found broken'),
    firstAt: time('When it was first found broken'),
    witness: count('The row that witnessed it first'),
  },
} as const;

export type WorldSchema = typeof schema;
export type TableName = keyof WorldSchema;
export type WorldTables = Tables<WorldSchema>;
/** Rows of each table, row 0 not counted. Fixed when a scenario is parsed. */
export type Rows = { readonly [T in TableName]: number };
