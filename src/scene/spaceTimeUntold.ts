import type { Micros } from '../model/time.ts';

/** Numbers that one step is kept as. */
const stride = 4;
/** So many steps have room at first; hardly any request takes more. */
const usual = 6;

/**
 * The steps of requests that will hardly be drawn, as numbers. Of sixty requests one is drawn, and
 * which of the others will be (those lost, or first after a silence) shows only at their end: until
 * then a line for each would cost more than all the rest of reading a run.
 */
export class Untold {
  private readonly steps: Float64Array[] = [];
  private readonly counts: number[] = [];

  /** Forgets the steps of a request. */
  end(request: number): void {
    this.counts[request] = 0;
  }

  /** Whether a request is under way. */
  has(request: number): boolean {
    return (this.counts[request] ?? 0) > 0;
  }

  add(request: number, step: number, at: Micros, a: number, b: number): void {
    const count = this.counts[request] ?? 0;
    let steps = (this.steps[request] ??= new Float64Array(usual * stride));
    const o = count * stride;
    if (o === steps.length) {
      const longer = new Float64Array(2 * o);
      longer.set(steps);
      this.steps[request] = steps = longer;
    }
    steps[o] = step;
    steps[o + 1] = at;
    steps[o + 2] = a;
    steps[o + 3] = b;
    this.counts[request] = count + 1;
  }

  /** Tells the steps of a request in their order. */
  visit(request: number, see: (step: number, at: Micros, a: number, b: number) => void): void {
    const steps = this.steps[request];
    for (let o = 0; steps && o < this.counts[request]! * stride; o += stride)
      see(steps[o]!, steps[o + 1]!, steps[o + 2]!, steps[o + 3]!);
  }
}
