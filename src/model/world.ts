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

/** A copy of the world’s bytes: a checkpoint. */
export const checkpointOf = (world: World): ArrayBuffer => world.store.buffer.slice(0);

/** Puts a world back to a checkpoint, in place. */
export function restore(world: World, bytes: ArrayBuffer): void {
  world.store.words.set(new Int32Array(bytes));
}
