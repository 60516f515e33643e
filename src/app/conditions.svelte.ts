import { commands } from '../commands/index.ts';
import { thingOf } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import { Fulfilled } from '../scene/conditions.ts';
import type { Condition } from '../scene/conditions.ts';
import { perSession } from './perSession.ts';
import type { Session } from './Session.svelte.ts';

/** The conditions on which a session stops by itself, or does what it was told to do then. */
export class Conditions {
  list: readonly Condition[] = $state.raw([]);
  /** The condition that was fulfilled last, and when. */
  last: { readonly condition: Condition; readonly at: Micros } | null = $state.raw(null);
  private readonly session: Session;
  private watched: readonly Fulfilled[] = [];

  constructor(session: Session) {
    this.session = session;
  }

  add(condition: Condition): void {
    this.list = [...this.list, condition];
    this.watch();
  }

  remove(condition: Condition): void {
    this.list = this.list.filter((each) => each !== condition);
    this.watch();
  }

  private watch(): void {
    const { plan } = this.session;
    this.watched = this.list.map(
      (condition) =>
        this.watched.find((each) => each.condition === condition) ?? new Fulfilled(plan, condition),
    );
    this.lookAhead();
  }

  /** Another scenario has other things. */
  begin(): void {
    this.watched = [];
    this.last = null;
    this.watch();
  }

  /** Looks through what was computed since: the transport stops at these moments. */
  lookAhead(): void {
    const { branch, time } = this.session;
    const all = this.watched.flatMap((each) => each.in(branch.trace));
    time.conditions = all.sort((a, b) => a - b);
    time.onstop = (at) => this.stopped(at);
  }

  private stopped(at: Micros): void {
    const { session } = this;
    const met = this.watched.filter((each) => each.in(session.branch.trace).includes(at));
    const first = met[0];
    if (!first) return;
    this.last = { condition: first.condition, at };
    const armed = met.flatMap(({ condition }) => (condition.then ? [condition] : []));
    for (const { then } of armed) this.act(then!);
    for (const condition of armed) this.remove(condition);
    if (armed.length === met.length && session.problems.length === 0) session.time.play();
  }

  private act(then: { readonly command: string; readonly thing: string }): void {
    const { session } = this;
    const command = commands.find(({ id }) => id === then.command);
    const thing = thingOf(session.plan, then.thing);
    if (command && thing) session.ask(command, thing);
  }
}

/** The one list of conditions of a session. */
export const conditionsOf = perSession((session) => new Conditions(session));
