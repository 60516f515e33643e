import { fulfils } from '../model/condition.ts';
import type { Condition } from '../model/condition.ts';
import { instantAt } from '../model/fact.ts';
import type { Plan } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import type { Trace } from '../model/trace.ts';

/** The instants at which a condition is fulfilled, as a trace grows. */
export class Fulfilled {
  readonly condition: Condition;
  private readonly is: (words: Int32Array, i: number) => boolean;
  private instants: Micros[] = [];
  private read = 0;
  private of: Trace | null = null;
  private rewritten = -1;

  constructor(plan: Plan, condition: Condition) {
    this.condition = condition;
    this.is = fulfils(plan, condition);
  }

  /** All of them in the facts that a trace holds now. */
  in(trace: Trace): readonly Micros[] {
    if (this.of !== trace || this.rewritten !== trace.rewritten) {
      [this.of, this.rewritten, this.read, this.instants] = [trace, trace.rewritten, 0, []];
    }
    const found = [...this.instants];
    trace.forEach(this.read, trace.count, (words, i) => {
      if (!this.is(words, i)) return;
      const at = instantAt(words, i);
      if (found.at(-1) !== at) found.push(at);
    });
    this.read = trace.count;
    return (this.instants = found);
  }
}
