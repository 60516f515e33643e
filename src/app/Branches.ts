import type { Action } from '../model/action.ts';
import type { Plan } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import { emptyBranch, fold, sameActions } from './branch.ts';
import type { Branch } from './branch.ts';

/** A branch as it is kept from one visit to the next. */
export interface KeptBranch {
  readonly id: number;
  readonly parent: number | null;
  readonly name?: string | undefined;
  readonly actions: readonly Action[];
}

/** An action without anything else that its author wrote beside it. */
const plain = ({ at, command, thing, when }: Action): Action => ({
  at,
  command,
  thing,
  ...(when && { when }),
});

/** Every way a run went: its branches, the one in view, and the walk between them by undo and redo. */
export class Branches {
  readonly list: Branch[];
  current: Branch;
  private readonly plan: Plan;
  /** How many actions are the scenario’s own: undo stops there. */
  private readonly scripted: number;
  private next = 1;
  private undone: number[] = [];

  /** @param kept all branches of an earlier visit, instead of the first one */
  constructor(
    plan: Plan,
    script: readonly Action[],
    actions: readonly Action[],
    kept: readonly KeptBranch[] = [{ id: 0, parent: null, actions: [...script, ...actions] }],
  ) {
    this.plan = plan;
    this.scripted = script.length;
    this.list = kept.map(({ id, parent, name, actions }) => {
      this.next = Math.max(this.next, id + 1);
      return { ...emptyBranch(id, parent, actions.map(plain), plan), ...(name && { name }) };
    });
    this.current = this.first;
  }

  get first(): Branch {
    return this.list[0]!;
  }

  byId(id: number): Branch | undefined {
    return this.list.find((branch) => branch.id === id);
  }

  /**
   * The story of these actions, which differs from the one in view from `at` on. Where nothing has
   * been seen of that time it replaces the look-ahead of this branch; else it opens a new branch,
   * and this one is kept.
   * @returns the branch that the one in view goes on from
   */
  retell(actions: readonly Action[], at: Micros): Branch {
    const base = this.current;
    const later = base.actions.some((each) => each.at > at);
    this.undone = [];
    if (at >= base.seen && !later) base.actions = actions;
    else this.fork(actions, at);
    return base;
  }

  private fork(actions: readonly Action[], at: Micros): void {
    const base = this.current;
    const trace = base.trace.fork(base.trace.seqAt(at));
    const branch = emptyBranch(this.next++, base.id, actions, this.plan, trace);
    branch.horizon = Math.min(base.horizon, at);
    branch.seen = at;
    fold(branch);
    this.list.push(branch);
    this.current = branch;
  }

  get canUndo(): boolean {
    return this.current.actions.length > this.scripted;
  }

  get canRedo(): boolean {
    return this.undone.some((id) => this.byId(id));
  }

  /**
   * Stands on the branch without the last action; the branch with it is kept.
   * @returns when that action was, and the branch to go on from if the one in view is new
   */
  undo(): { readonly at: Micros; readonly base: Branch | null } | null {
    if (!this.canUndo) return null;
    const from = this.current;
    const { at } = from.actions.at(-1)!;
    const actions = from.actions.slice(0, -1);
    const known = this.list.find(
      (branch) => branch !== from && sameActions(branch.actions, actions),
    );
    if (known) this.current = known;
    else this.fork(actions, at);
    this.undone.push(from.id);
    return { at, base: known ? null : from };
  }

  /**
   * Stands on the branch that the last undo left.
   * @returns when its last action was, or null when there is nothing to redo
   */
  redo(): Micros | null {
    const branch = this.byId(this.undone.pop() ?? -1);
    // Branches that were left may have been deleted since.
    if (!branch) return this.canRedo ? this.redo() : null;
    this.current = branch;
    return branch.actions.at(-1)?.at ?? null;
  }
}
