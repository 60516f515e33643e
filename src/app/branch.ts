import { sameAction } from '../model/action.ts';
import type { Action } from '../model/action.ts';
import { kindAt } from '../model/fact.ts';
import { kindList } from '../model/kinds.ts';
import type { Plan } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import { Trace } from '../model/trace.ts';
import { Pace } from '../scene/pace.ts';

/** One way the run went: its actions, its facts, and how far the viewer has been. */
export interface Branch {
  readonly id: number;
  parent: number | null;
  /** What a person calls it. */
  name?: string;
  actions: readonly Action[];
  readonly trace: Trace;
  pace: Pace;
  /** Sequence numbers of the facts that a person can step to. */
  events: number[];
  horizon: Micros;
  seen: Micros;
  folded: number;
}

const isStep = kindList.map((kind) => kind.loudness === 'event');

/** A branch of which nothing is computed yet, but what it shares. */
export function emptyBranch(
  id: number,
  parent: number | null,
  actions: readonly Action[],
  plan: Plan,
  trace = new Trace(plan.start),
): Branch {
  return {
    id,
    parent,
    actions,
    trace,
    pace: new Pace(plan.settings),
    events: [],
    horizon: 0,
    seen: 0,
    folded: 0,
  };
}

/** Takes new facts into everything that is folded from them. */
export function fold(branch: Branch): void {
  branch.trace.forEach(branch.folded, branch.trace.count, (words, i, seq) => {
    branch.pace.take(words, i);
    if (isStep[kindAt(words, i)]) branch.events.push(seq);
  });
  branch.folded = branch.trace.count;
}

/** Forgets what was folded, because facts were replaced. */
export function refold(branch: Branch, plan: Plan): void {
  branch.pace = new Pace(plan.settings);
  branch.events = [];
  branch.folded = 0;
}

export const sameActions = (a: readonly Action[], b: readonly Action[]): boolean =>
  a.length === b.length && a.every((action, i) => sameAction(action, b[i]!));
