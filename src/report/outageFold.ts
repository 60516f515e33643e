import { apply } from '../model/kinds.ts';
import type { Plan } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import { worldOf } from '../model/world.ts';
import type { World } from '../model/world.ts';
import { Outages } from './outages.ts';
import type { Outage } from './outages.ts';
import { parts } from './parts.ts';
import type { Part } from './parts.ts';

/** Outages with their parts, folded from the facts of a trace alone. */
export class OutageFold {
  private readonly world: World;
  private readonly outages: Outages;
  private horizon: Micros = 0;
  private listed: readonly Outage[] | null = null;

  constructor(plan: Plan) {
    this.world = worldOf(plan);
    this.outages = new Outages(plan);
  }

  take(words: Int32Array, i: number): void {
    this.listed = null;
    this.outages.take(this.world, words, i);
    apply(this.world, words, i);
  }

  reach(horizon: Micros): void {
    if (horizon !== this.horizon) this.listed = null;
    this.horizon = horizon;
  }

  /**
   * The outage of one of these LUNs that began last by an instant.
   * @param luns rows of LUNs; any when there are none
   */
  lastBy(at: Micros, luns: readonly number[]): Outage | null {
    this.listed ??= this.outages.list(this.horizon);
    const all = this.listed.filter(
      ({ from, lun }) => from <= at && (luns.length === 0 || luns.includes(lun)),
    );
    return all.at(-1) ?? null;
  }
}

/** The parts of an outage as far as they have passed by an instant, in their order. */
export function partsBy(
  outage: Outage,
  at: Micros,
): { part: Part; from: Micros; length: Micros }[] {
  let from = outage.from;
  return parts.flatMap((part) => {
    const begins = from;
    from += outage.parts[part];
    const length = Math.max(0, Math.min(from, at) - begins);
    return length > 0 ? [{ part, from: begins, length }] : [];
  });
}
