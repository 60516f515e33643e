import { firstWhere } from '../model/halving.ts';
import { apply } from '../model/kinds.ts';
import type { Plan } from '../model/plan.ts';
import type { Trace } from '../model/trace.ts';
import { worldOf } from '../model/world.ts';
import type { World } from '../model/world.ts';
import type { Matcher } from './filter.ts';

/**
 * Looks through a trace for the facts that a filter wants, a stretch at a time, and goes on when
 * the trace has grown.
 */
export class Scan {
  /** Facts looked at so far. */
  scanned = 0;
  /** Facts found so far. */
  found = 0;
  private seqs = new Int32Array(1024);
  private readonly trace: Trace;
  private readonly matcher: Matcher;
  private readonly world: World;
  private readonly rewritten: number;

  constructor(plan: Plan, trace: Trace, matcher: Matcher) {
    this.trace = trace;
    this.matcher = matcher;
    this.world = worldOf(plan);
    this.rewritten = trace.rewritten;
  }

  /** Facts that it has looked at were replaced: it must begin anew. */
  get stale(): boolean {
    return this.trace.rewritten !== this.rewritten;
  }

  /** Looks at so many more facts at most. @returns whether it has seen all that there are */
  advance(most: number): boolean {
    const { trace, matcher, world } = this;
    const until = Math.min(trace.count, this.scanned + most);
    trace.forEach(this.scanned, until, (words, i, seq) => {
      if (matcher.needsWorld) apply(world, words, i);
      if (matcher.matches(world, words, i, seq)) this.keep(seq);
    });
    this.scanned = until;
    return until === trace.count;
  }

  private keep(seq: number): void {
    if (this.found === this.seqs.length) {
      const longer = new Int32Array(2 * this.found);
      longer.set(this.seqs);
      this.seqs = longer;
    }
    this.seqs[this.found++] = seq;
  }

  /** The sequence number of the fact found at this place, counted from 0. */
  seqAt(place: number): number {
    return this.seqs[place]!;
  }

  /** How many of the facts found come before this sequence number. */
  placeOf(seq: number): number {
    return firstWhere(0, this.found, (place) => this.seqs[place]! >= seq);
  }
}
