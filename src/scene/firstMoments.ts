import { instantAt } from '../model/fact.ts';
import { matcherOf } from '../model/moment.ts';
import type { Moment } from '../model/moment.ts';
import type { Plan } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import type { Trace } from '../model/trace.ts';

/** When each of some moments first came in a trace; read on from where it was read last. */
export class FirstMoments {
  /** Null while it has not come; 0 for what is there from the start. */
  at: (Micros | null)[];
  private readonly matches: (((words: Int32Array, i: number) => boolean) | null)[];
  private trace: Trace | null = null;
  private rewritten = 0;
  private read = 0;

  constructor(plan: Plan, moments: readonly (Moment | null)[]) {
    this.matches = moments.map((moment) => moment && matcherOf(plan, moment));
    this.at = this.nothing();
  }

  private nothing(): (Micros | null)[] {
    return this.matches.map((match) => (match === null ? 0 : null));
  }

  /** Takes in what the trace has told since; starts over when it is another or was rewritten. */
  follow(trace: Trace): readonly (Micros | null)[] {
    if (trace !== this.trace || trace.rewritten !== this.rewritten) {
      this.trace = trace;
      this.rewritten = trace.rewritten;
      this.read = 0;
      this.at = this.nothing();
    }
    const found = [...this.at];
    trace.forEach(this.read, trace.count, (words, i) => {
      for (const [n, match] of this.matches.entries())
        if (found[n] === null && match!(words, i)) found[n] = instantAt(words, i);
    });
    this.read = trace.count;
    this.at = found;
    return found;
  }
}
