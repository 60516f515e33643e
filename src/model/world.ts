import type { Plan } from './plan.ts';
import { schema } from './schema.ts';
import type { WorldSchema, WorldTables } from './schema.ts';
import { layOut } from './table.ts';
import type { Store } from './table.ts';

/** The world of one run at one instant: its tables, side by side with what never changes. */
export type World = WorldTables & {
  readonly store: Store<WorldSchema>;
  readonly plan: Plan;
};

/** A world of its own, standing at the bytes given (moment 0 unless told). */
export function worldOf(plan: Plan, bytes: ArrayBuffer = plan.start): World {
  const store = layOut(schema, plan.rows, bytes.slice(0));
  return { ...store.tables, store, plan };
}

/**
 * A copy of the world’s words: a checkpoint.
 * @param over a copy that is no longer needed and may be written over
 */
export function checkpointOf(world: World, over?: Int32Array): Int32Array {
  if (over === undefined) return world.store.words.slice();
  over.set(world.store.words);
  return over;
}

/** Puts a world back to a checkpoint, in place. */
export const restore = (world: World, words: Int32Array): void => world.store.words.set(words);
