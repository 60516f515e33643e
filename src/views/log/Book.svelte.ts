import { matcherOf } from '../../log/filter.ts';
import type { Filter } from '../../log/filter.ts';
import { Scan } from '../../log/scan.ts';
import type { Plan } from '../../model/plan.ts';
import type { Trace } from '../../model/trace.ts';
import { inSlices } from './inSlices.ts';

/** Facts looked at between two looks at the clock. */
const stride = 1_000;

interface Look {
  readonly plan: Plan;
  readonly trace: Trace;
  readonly filter: Filter;
  readonly say: (text: string) => string;
}

/** The facts of a trace that a filter wants. It is looked through while pictures go on. */
export class Book {
  /** Facts found so far. */
  found = $state.raw(0);
  /** Facts looked at so far. */
  scanned = $state.raw(0);
  /** It has looked at all that there are. */
  complete = $state.raw(false);
  /** Bumped when what was found before counts no more. */
  edition = $state.raw(0);
  private asked: Look | null = null;
  private scan: Scan | null = null;
  private stop = (): void => undefined;

  /** Looks anew, for something else or in another trace. */
  open(look: Look): void {
    this.asked = look;
    this.scan = new Scan(look.plan, look.trace, matcherOf(look.plan, look.filter, look.say));
    this.edition++;
    this.work();
  }

  /** The trace may have grown, or been rewritten. */
  goOn(): void {
    if (this.scan?.stale) this.open(this.asked!);
    else if (this.scan) this.work();
  }

  private work(): void {
    this.stop();
    const scan = this.scan!;
    this.stop = inSlices(
      () => scan.advance(stride),
      (done) => {
        this.found = scan.found;
        this.scanned = scan.scanned;
        this.complete = done;
      },
    );
  }

  close(): void {
    this.stop();
  }

  /** What was found, for those who write it. */
  get picked(): Scan {
    return this.scan!;
  }

  /** The sequence number of the fact found at this place, counted from 0. */
  seqAt(place: number): number {
    return this.scan!.seqAt(place);
  }

  /** How many of the facts found come before this sequence number. */
  placeOf(seq: number): number {
    void this.found;
    return this.scan?.placeOf(seq) ?? 0;
  }

  /** Whether the fact was looked at and is one of those found. */
  has(seq: number): boolean {
    const place = this.placeOf(seq);
    return place < this.found && this.seqAt(place) === seq;
  }
}
