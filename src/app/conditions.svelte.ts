import { sameCondition } from '../model/condition.ts';
import type { Condition } from '../model/condition.ts';
import type { Plan, Thing } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import { Fulfilled } from '../scene/conditions.ts';
import { perSession } from './perSession.ts';
import type { Session } from './Session.svelte.ts';

/** The facts at which a session stops by itself, and where they are in the branch in view. */
export class Conditions {
  /** The stop that was met last, and when. */
  last: { readonly condition: Condition; readonly at: Micros } | null = $state.raw(null);
  /** The thing that the page of conditions is asked about, if it was opened from its verbs. */
  about: Thing | null = $state.raw(null);
  private readonly session: Session;
  private plan: Plan | null = null;
  private watched: readonly Fulfilled[] = [];

  constructor(session: Session) {
    this.session = session;
  }

  add(condition: Condition): void {
    const { stops } = this.session;
    if (!stops.some((each) => sameCondition(each, condition)))
      this.session.stops = [...stops, condition];
  }

  remove(condition: Condition): void {
    this.session.stops = this.session.stops.filter((each) => each !== condition);
  }

  /** Looks through what was computed since: the transport stops at these moments. */
  lookAhead(): void {
    const { branch, plan, stops, time } = this.session;
    if (plan !== this.plan) [this.plan, this.watched, this.last] = [plan, [], null];
    this.watched = stops.map(
      (stop) =>
        this.watched.find(({ condition }) => condition === stop) ?? new Fulfilled(plan, stop),
    );
    const all = this.watched.flatMap((each) => each.in(branch.trace));
    time.conditions = all.sort((a, b) => a - b);
    time.onstop = (at) => this.stopped(at);
  }

  private stopped(at: Micros): void {
    const { trace } = this.session.branch;
    const met = this.watched.find((each) => each.in(trace).includes(at));
    if (met) this.last = { condition: met.condition, at };
  }
}

/** What a session stops at. */
export const conditionsOf = perSession((session) => new Conditions(session));
