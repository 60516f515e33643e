import type { Plan } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import { Standing } from '../model/standing.ts';
import type { Trace } from '../model/trace.ts';
import type { World } from '../model/world.ts';
import type { Turns } from './turns.ts';

/** The latest instant at which more than routine happened, and the worlds around it. */
export interface Turn {
  readonly at: Micros;
  /** The world as it was just before, and as it was when all of that instant had happened. */
  readonly before: World;
  readonly after: World;
}

/**
 * What “changed at this moment” means: it differs between the two worlds around the latest instant,
 * at or before the playhead, at which a fact happened that is not routine. Both are kept and only
 * moved on, so in playing each fact is folded into each of them once.
 */
export class LastTurn {
  private readonly before: Standing;
  private readonly after: Standing;

  constructor(plan: Plan) {
    this.before = new Standing(plan);
    this.after = new Standing(plan);
  }

  /** @returns null when nothing has happened by then */
  by(trace: Trace, turns: Turns, at: Micros): Turn | null {
    const turn = turns.lastBy(at);
    if (turn === null) return null;
    this.before.at(trace, trace.seqAt(turn - 1));
    this.after.at(trace, trace.seqAt(turn));
    return { at: turn, before: this.before.world, after: this.after.world };
  }
}
