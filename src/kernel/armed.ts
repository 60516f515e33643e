import type { Action } from '../model/action.ts';
import { fulfils } from '../model/condition.ts';
import type { Plan } from '../model/plan.ts';

interface Waiting {
  readonly action: Action;
  readonly isMet: (words: Int32Array, i: number) => boolean;
}

/** What waits and what is due at some moment; never changed, so that it can be gone back to. */
export interface ArmedState {
  readonly waiting: readonly Waiting[];
  readonly due: readonly Action[];
}

export const nothingArmed: ArmedState = { waiting: [], due: [] };

/** Actions that are armed on a fact. Each is due once, at the instant of the first such fact. */
export class Armed {
  state: ArmedState = nothingArmed;
  private readonly plan: Plan;

  constructor(plan: Plan) {
    this.plan = plan;
  }

  /** From now on this action waits for its fact. */
  arm(action: Action): void {
    const isMet = fulfils(this.plan, action.when!);
    this.state = { ...this.state, waiting: [...this.state.waiting, { action, isMet }] };
  }

  get isWaiting(): boolean {
    return this.state.waiting.length > 0;
  }

  get isDue(): boolean {
    return this.state.due.length > 0;
  }

  /** A fact was told: whatever waited for it is due. */
  look(words: Int32Array, i: number): void {
    const met = this.state.waiting.filter(({ isMet }) => isMet(words, i));
    if (met.length === 0) return;
    const { waiting, due } = this.state;
    this.state = {
      waiting: waiting.filter((each) => !met.includes(each)),
      due: [...due, ...met.map(({ action }) => action)],
    };
  }

  /** The action that is due first; it is then given. */
  take(): Action | undefined {
    const [first, ...due] = this.state.due;
    this.state = { ...this.state, due };
    return first;
  }
}
