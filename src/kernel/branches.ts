import type { Refusal } from '../commands/index.ts';
import { sameAction } from '../model/action.ts';
import type { Action } from '../model/action.ts';
import type { WorldCheckpoint } from '../model/trace.ts';
import type { Plan } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import type { World } from '../model/world.ts';
import { nothingArmed } from './armed.ts';
import type { ArmedState } from './armed.ts';
import { Sim } from './sim.ts';
import type { SimCheckpoint } from './sim.ts';

export type { Action } from '../model/action.ts';

/** Facts that are new on a branch: those before `keep` stand, these follow. */
export interface News {
  readonly branch: number;
  readonly keep: number;
  readonly words: Int32Array;
  readonly checkpoints: readonly WorldCheckpoint[];
  /** How far the branch is computed. */
  readonly horizon: Micros;
  /** Hash of the world at the horizon, so that a reader can prove that it folds alike. */
  readonly hash: number;
  readonly refused: readonly { readonly action: Action; readonly refusal: Refusal }[];
}

/** Moments of a branch that are remembered at most, and the bytes that they may take together. */
const mostMarks = 128;
const mostBytes = 32_000_000;
/** So many moments are remembered however large the world is. */
const fewestMarks = 16;

/** A moment to go back to, how many actions had had their turn by then, and which of them wait. */
interface Mark {
  readonly sim: SimCheckpoint;
  readonly done: number;
  readonly armed: ArmedState;
}

interface Branch {
  readonly id: number;
  actions: readonly Action[];
  marks: Mark[];
  /** Actions that have had their turn so far: they were carried out, or they wait for a fact. */
  done: number;
}

/**
 * A simulation with a past. A branch is a list of actions; the simulation stands on one branch at
 * a time and goes back to an earlier moment by restoring the nearest checkpoint and running on.
 */
export class Run {
  private readonly sim: Sim;
  private readonly branches = new Map<number, Branch>();
  private current: Branch;
  private readonly marksAllowed: number;
  /** Checkpoints that nobody needs any more; the next ones are written over them. */
  private readonly spare: SimCheckpoint[] = [];
  /** Marks that have not been told as news. */
  private fresh: Mark[] = [];
  private refused: { action: Action; refusal: Refusal }[] = [];
  private keep = 0;

  constructor(plan: Plan, actions: readonly Action[] = []) {
    this.sim = new Sim(plan);
    this.current = { id: 0, actions: inOrder(actions), marks: [], done: 0 };
    this.branches.set(0, this.current);
    const mark = { sim: this.sim.checkpoint(), done: 0, armed: nothingArmed };
    this.current.marks.push(mark);
    const affordable = Math.floor(mostBytes / mark.sim.world.byteLength);
    this.marksAllowed = Math.min(mostMarks, Math.max(fewestMarks, affordable));
  }

  /**
   * Remembers this moment, so that seeking back to it is short. The caller decides how often; when
   * a branch remembers too many moments, it forgets every second one, the first and last excepted.
   */
  checkpoint(): void {
    const { current } = this;
    const sim = this.sim.checkpoint(this.spare.pop());
    const mark = { sim, done: current.done, armed: this.sim.armed.state };
    current.marks.push(mark);
    this.fresh.push(mark);
    if (current.marks.length <= this.marksAllowed) return;
    const last = current.marks.length - 1;
    const forgotten = current.marks.filter((_, i) => i % 2 === 1 && i !== last);
    current.marks = current.marks.filter((_, i) => i % 2 === 0 || i === last);
    this.reuse(forgotten);
  }

  /** Marks that a branch has given up serve as spare ones, unless someone else still needs them. */
  private reuse(marks: readonly Mark[]): void {
    const needed = new Set([...this.branches.values()].flatMap((branch) => branch.marks));
    for (const mark of this.fresh) needed.add(mark);
    for (const mark of marks) if (!needed.has(mark)) this.spare.push(mark.sim);
  }

  /**
   * Makes `id` the current branch: what `base` was until `at`, with these actions. `id` may be the
   * base itself, whose look-ahead is then replaced.
   */
  branch(id: number, base: number, at: Micros, actions: readonly Action[]): void {
    const from = this.branches.get(base);
    if (!from) throw new Error(`There is no branch ${base}`);
    const ordered = inOrder(actions);
    const shared = sharedUntil(from.actions, ordered, at);
    const marks = from.marks.filter((mark, i) => i === 0 || mark.sim.now < shared);
    const branch: Branch = { id, actions: ordered, marks, done: 0 };
    const replaced = this.branches.get(id)?.marks ?? [];
    this.branches.set(id, branch);
    this.goTo(branch);
    this.reuse(replaced);
  }

  /** Stands on a branch at its last checkpoint. */
  private goTo(branch: Branch): void {
    const mark = branch.marks.at(-1)!;
    this.current = branch;
    this.sim.restore(mark.sim);
    this.sim.armed.state = mark.armed;
    branch.done = mark.done;
    this.keep = mark.sim.count;
    this.fresh = [];
    this.refused = [];
  }

  /** Goes on with another branch from where it was computed last. */
  switchTo(id: number): void {
    const branch = this.branches.get(id);
    if (!branch) throw new Error(`There is no branch ${id}`);
    if (branch !== this.current) this.goTo(branch);
  }

  /** Goes back to a moment that was told: the step at hand was broken off in its midst. */
  backUp(): void {
    const { current, fresh } = this;
    current.marks = current.marks.filter((mark) => !fresh.includes(mark));
    this.goTo(current);
  }

  get horizon(): Micros {
    return this.sim.now;
  }

  /** The world at the horizon, to be read only. */
  get world(): World {
    return this.sim.world;
  }

  /**
   * Runs the current branch on towards `to`, telling at most about `maxFacts` facts.
   * @returns true when `to` is reached
   */
  extend(to: Micros, maxFacts = Infinity): boolean {
    const { sim, current } = this;
    const limit = sim.count + maxFacts;
    for (;;) {
      const next = current.actions[current.done];
      const until = next && next.at <= to ? next.at : to;
      if (!sim.runUntil(until, limit - sim.count)) return false;
      const due = sim.armed.take();
      if (due) {
        this.carryOut(due);
        continue;
      }
      if (!next || next.at > to) return true;
      // Outside input comes after everything that was due at its instant.
      if (next.when) sim.armed.arm(next);
      else this.carryOut(next);
      current.done++;
    }
  }

  private carryOut(action: Action): void {
    const refusal = this.sim.act(action.command, action.thing);
    if (refusal) this.refused.push({ action, refusal });
  }

  /** What is new since the last call. */
  news(): News {
    const words = this.sim.drain();
    const news: News = {
      branch: this.current.id,
      keep: this.keep,
      words,
      // The reader gets copies of its own: a mark may be written over.
      checkpoints: this.fresh.map(({ sim }) => ({
        count: sim.count,
        bytes: sim.world.slice().buffer,
      })),
      horizon: this.sim.now,
      hash: this.sim.hash(),
      refused: this.refused,
    };
    this.keep = this.sim.count;
    this.fresh = [];
    this.refused = [];
    return news;
  }
}

const inOrder = (actions: readonly Action[]): readonly Action[] =>
  [...actions].sort((a, b) => a.at - b.at);

/** Up to when two lists of actions are one story; at most `at`. */
function sharedUntil(a: readonly Action[], b: readonly Action[], at: Micros): Micros {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [x, y] = [a[i], b[i]];
    if (!x || !y || !sameAction(x, y)) return Math.min(at, x?.at ?? Infinity, y?.at ?? Infinity);
  }
  return at;
}
