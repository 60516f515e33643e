import type { Plan } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import type { Trace } from '../model/trace.ts';
import { worldOf } from '../model/world.ts';
import type { World } from '../model/world.ts';
import type { Turns } from './turns.ts';

/** The latest instant at which more than routine happened, and the worlds around it. */
export interface Turn {
  readonly at: Micros;
  /** The world as it was just before, and as it was when all of that instant had happened. */
  readonly before: World;
  readonly after: World;
}

/** A world that is stood at counts of facts, and goes on from where it stands when it can. */
class Held {
  readonly world: World;
  private stands = -1;
  private trace: Trace | null = null;
  private rewritten = 0;

  constructor(plan: Plan) {
    this.world = worldOf(plan);
  }

  stand(trace: Trace, count: number): World {
    const goesOn = this.trace === trace && this.rewritten === trace.rewritten;
    trace.standAt(this.world, count, goesOn ? this.stands : -1);
    this.stands = count;
    this.trace = trace;
    this.rewritten = trace.rewritten;
    return this.world;
  }
}

/**
 * What “changed at this moment” means: it differs between the two worlds around the latest instant,
 * at or before the playhead, at which a fact happened that is not routine. Both are kept and only
 * moved on, so in playing each fact is folded into each of them once.
 */
export class LastTurn {
  private readonly before: Held;
  private readonly after: Held;

  constructor(plan: Plan) {
    this.before = new Held(plan);
    this.after = new Held(plan);
  }

  /** @returns null when nothing has happened by then */
  by(trace: Trace, turns: Turns, at: Micros): Turn | null {
    const turn = turns.lastBy(at);
    if (turn === null) return null;
    return {
      at: turn,
      before: this.before.stand(trace, trace.seqAt(turn - 1)),
      after: this.after.stand(trace, trace.seqAt(turn)),
    };
  }
}
