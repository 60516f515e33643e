import type { Action, News } from '../kernel/branches.ts';
import type { Plan } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';

/** Page to worker. Nothing here expects an answer; news simply arrives. */
export type Request =
  | {
      readonly kind: 'open';
      readonly run: number;
      readonly plan: Plan;
      readonly actions: readonly Action[];
      /** The page has the facts up to here already. */
      readonly known: Micros;
      readonly to: Micros;
    }
  | {
      /** Make `branch` what `base` was until `at`, with these actions, and go on there. */
      readonly kind: 'branch';
      readonly run: number;
      readonly branch: number;
      readonly base: number;
      readonly at: Micros;
      readonly actions: readonly Action[];
      readonly to: Micros;
    }
  | { readonly kind: 'extend'; readonly run: number; readonly branch: number; readonly to: Micros };

/** Worker to page. `run` lets the page ignore news about a run it has left. */
export type Reply =
  | { readonly kind: 'news'; readonly run: number; readonly news: News }
  | { readonly kind: 'fault'; readonly run: number; readonly message: string };
