import { kindList } from './kinds.ts';
import type { Plan } from './plan.ts';
import { hashOf } from './table.ts';
import type { Trace } from './trace.ts';
import { worldOf } from './world.ts';
import type { World } from './world.ts';

/** How much of the world may differ: nothing, what routine facts write, or anything. */
export type Change = 'nothing' | 'routine' | 'anything';

const isRoutine = kindList.map((kind) => kind.loudness === 'routine');
/** More facts than this are not looked at one by one: some of them matter. */
const fewFacts = 500;

/** A world that stands somewhere in a trace, and goes on from there where it can. */
export class Standing {
  readonly world: World;
  private count = -1;
  private trace: Trace | null = null;
  private rewritten = 0;

  constructor(plan: Plan) {
    this.world = worldOf(plan);
  }

  /** Stands at the first `count` facts of a trace; says what may have changed by that. */
  at(trace: Trace, count: number): Change {
    const anew = this.trace !== trace || this.rewritten !== trace.rewritten;
    const change = anew ? 'anything' : this.changeTo(trace, count);
    if (change !== 'nothing') trace.standAt(this.world, count, anew ? -1 : this.count);
    this.count = count;
    this.trace = trace;
    this.rewritten = trace.rewritten;
    return change;
  }

  private changeTo(trace: Trace, count: number): Change {
    const [from, to] = [Math.min(this.count, count), Math.max(this.count, count)];
    if (from === to) return 'nothing';
    if (to - from > fewFacts) return 'anything';
    for (let seq = from; seq < to; seq++) if (!isRoutine[trace.kind(seq)]) return 'anything';
    return 'routine';
  }

  hash(): number {
    return hashOf(this.world.store);
  }
}
