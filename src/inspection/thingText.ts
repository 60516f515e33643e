import { labelOf } from '../model/plan.ts';
import type { Thing } from '../model/plan.ts';
import type { TableName } from '../model/schema.ts';
import type { World } from '../model/world.ts';
import { called } from '../scene/words.ts';

/** What things without a label of their own are called. */
const more: Readonly<Partial<Record<TableName, string>>> = {
  switchPort: 'Switch port',
  nameEntry: 'Name server entry',
};
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The title of a thing’s page: `Server A`, `Port 1`, `Host X, h1`, `Host X’s path to A1`, `Request 12`. */
export function thingText(w: World, { table, row }: Thing): string {
  if (table === 'path') return called.path(w, row);
  if (table === 'hostPort') return called.hostPort(w, row);
  return labelOf(w.plan, table, row) || `${more[table] ?? capital(table)} ${row}`;
}
