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
  /** It is being folded ahead. */
  ahead: boolean;
}

type Make<F extends Fold> = new (plan: Plan) => F;

const kept = new WeakMap<Trace, Map<Make<Fold>, Kept>>();

/** A fold as far as it has come; it begins anew when facts were replaced that it had taken in. */
function keptOf(trace: Trace, plan: Plan, make: Make<Fold>): Kept {
  const folds = kept.get(trace) ?? new Map<Make<Fold>, Kept>();
  kept.set(trace, folds);
  let found = folds.get(make);
  if (found?.rewritten !== trace.rewritten) {
    found = { fold: new make(plan), folded: 0, rewritten: trace.rewritten, ahead: false };
    folds.set(make, found);
  }
  return found;
}

function advance(found: Kept, trace: Trace, until: number): void {
  const { fold } = found;
  trace.forEach(found.folded, until, (words, i) => fold.take(words, i));
  found.folded = until;
}

/** A fold of a branch, up to date. It is made when it is first asked for, and goes on from where it was. */
export function foldOf<F extends Fold>({ trace, horizon }: Branch, plan: Plan, make: Make<F>): F {
  const found = keptOf(trace, plan, make);
  advance(found, trace, trace.count);
  found.fold.reach?.(horizon);
  return found.fold as F;
}

/** Facts taken in at a time ahead of need: a few milliseconds. */
const slice = 50_000;

/**
 * Folds a branch between other tasks, for somebody who will probably ask for it soon. Who asks
 * sooner takes in what is left.
 */
export function foldAhead({ trace }: Branch, plan: Plan, make: Make<Fold>): void {
  const found = keptOf(trace, plan, make);
  if (found.ahead) return;
  found.ahead = true;
  const step = (): void => {
    found.ahead = found.rewritten === trace.rewritten && found.folded < trace.count;
    if (!found.ahead) return;
    advance(found, trace, Math.min(found.folded + slice, trace.count));
    setTimeout(step);
  };
  setTimeout(step);
}

/** What the timeline shows of the branch in view. */
export const stripsOf = (session: { readonly branch: Branch; readonly plan: Plan }): Strips =>
  foldOf(session.branch, session.plan, Strips);
