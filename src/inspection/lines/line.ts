import type { Thing } from '../../model/plan.ts';
import type { World } from '../../model/world.ts';
import type { Line } from '../page.ts';

/** What is said of a row of one table. */
export type Lines = (w: World, row: number) => readonly Line[];

export const line = (label: string, value: string): Line => ({ label, value });

/** A line that names another thing; without one it only says so. */
export const link = (label: string, table: Thing['table'], row: number, value: string): Line =>
  row ? { label, value, leadsTo: { table, row } } : { label, value };
