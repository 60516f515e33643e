import type { Micros } from '../model/time.ts';

/** The length of one drawer. */
const width: Micros = 1_000_000;

/** A list of things by instant, from which those of a window are taken without a look at the rest. */
export class Buckets<T> {
  private readonly drawers: T[][] = [];

  add(at: Micros, thing: T): void {
    (this.drawers[Math.floor(at / width)] ??= []).push(thing);
  }

  /** Visits what began from `from` to `to`, and up to a second before and after. */
  visit(from: Micros, to: Micros, see: (thing: T) => void): void {
    const last = Math.min(Math.floor(to / width), this.drawers.length - 1);
    for (let i = Math.max(0, Math.floor(from / width)); i <= last; i++)
      this.drawers[i]?.forEach(see);
  }
}
