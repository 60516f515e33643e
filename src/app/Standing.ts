import type { Plan } from '../model/plan.ts';
import { hashOf } from '../model/table.ts';
import type { Trace } from '../model/trace.ts';
import { worldOf } from '../model/world.ts';
import type { World } from '../model/world.ts';

/** A world that stands somewhere in a trace, and goes on from there where it can. */
export class Standing {
  readonly world: World;
  private count = -1;
  private trace: Trace | null = null;
  private rewritten = 0;

  constructor(plan: Plan) {
    this.world = worldOf(plan);
  }

  /** Stands at the first `count` facts of a trace. */
  at(trace: Trace, count: number): void {
    const anew = this.trace !== trace || this.rewritten !== trace.rewritten;
    trace.standAt(this.world, count, anew ? -1 : this.count);
    this.count = count;
    this.trace = trace;
    this.rewritten = trace.rewritten;
  }

  hash(): number {
    return hashOf(this.world.store);
  }
}
