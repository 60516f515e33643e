import type { Plan } from '../model/plan.ts';
import type { Trace } from '../model/trace.ts';
import type { Micros } from '../model/time.ts';
import { Strips } from '../scene/strips.ts';
import type { Branch } from './branch.ts';

/** Something that is folded from all facts of a branch, one after the other. */
export interface Fold {
  take(words: Int32Array, i: number): void;
  /** The branch is computed this far. */
  reach?(horizon: Micros): void;
}

interface Kept {
  readonly fold: Fold;
  /** Facts taken in so far. */
  folded: number;
  readonly rewritten: number;
}

const kept = new WeakMap<Trace, Map<new (plan: Plan) => Fold, Kept>>();

/**
 * A fold of a branch, up to date. It is made when it is first asked for, goes on from where it was,
 * and begins anew when facts were replaced that it had taken in.
 */
export function foldOf<F extends Fold>(
  { trace, horizon }: Branch,
  plan: Plan,
  make: new (plan: Plan) => F,
): F {
  const folds = kept.get(trace) ?? new Map<new (plan: Plan) => Fold, Kept>();
  kept.set(trace, folds);
  let found = folds.get(make);
  if (found?.rewritten !== trace.rewritten) {
    found = { fold: new make(plan), folded: 0, rewritten: trace.rewritten };
    folds.set(make, found);
  }
  const { fold } = found;
  trace.forEach(found.folded, trace.count, (words, i) => fold.take(words, i));
  found.folded = trace.count;
  fold.reach?.(horizon);
  return fold as F;
}

/** What the timeline shows of the branch in view. */
export const stripsOf = (session: { readonly branch: Branch; readonly plan: Plan }): Strips =>
  foldOf(session.branch, session.plan, Strips);
