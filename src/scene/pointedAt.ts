import type { Thing } from '../model/plan.ts';
import type { World } from '../model/world.ts';

/**
 * What is meant by pointing at a thing: itself, and for a slot all slots of the same name too: its
 * home, those that stand by for it, and the one that it lives in now.
 * @returns keys `table.row`
 */
export function pointedAt(world: World, { table, row }: Thing): readonly string[] {
  const { home, rows } = world.vport;
  const meant = table === 'vport' ? home[row]! : 0;
  if (meant === 0) return [`${table}.${row}`];
  const keys: string[] = [];
  for (let slot = 1; slot < rows; slot++) if (home[slot] === meant) keys.push(`vport.${slot}`);
  return keys;
}
