import type { Micros } from '../model/time.ts';
import { worldOf } from '../model/world.ts';
import type { World } from '../model/world.ts';
import { isAtRest } from '../properties/rest.ts';
import { properties } from '../properties/index.ts';
import type { Debts, Watcher } from '../properties/index.ts';
import type { Sim } from './sim.ts';

/**
 * What is owed, and by when: the memory of properties about time. A debt is a deadline; the
 * appointment that looks at it is made when the debt begins and finds nothing when it was met.
 * At most one appointment per debtor is pending unless a deadline moves forward.
 */
export class Ledger implements Debts, Watcher {
  /** For the checkpoint: when the cluster last stirred, then deadlines and appointments. */
  readonly memory: Float64Array;
  private readonly bases: readonly number[];
  private readonly size: number;
  private readonly sim: Sim;
  /** The property at hand, by its place in the registry. */
  private property = 0;
  private start: World | null = null;
  /** The settled world of moment 0: laid out when somebody first compares with it. */
  private readonly atStart = (): World => (this.start ??= worldOf(this.sim.plan));

  constructor(sim: Sim) {
    this.sim = sim;
    let size = 2;
    this.bases = properties.map(({ debtors }) => {
      const base = size;
      size += debtors ? debtors(sim.world) + 1 : 0;
      return base;
    });
    this.size = size;
    this.memory = new Float64Array(2 * size);
  }

  /** Room that its appointments take in the agenda. */
  get appointments(): number {
    return 2 * this.size;
  }

  /**
   * A copy for a checkpoint.
   * @param over a copy that is no longer needed and may be written over
   */
  save(over?: Float64Array): Float64Array {
    if (over === undefined) return this.memory.slice();
    over.set(this.memory);
    return over;
  }

  get now(): Micros {
    return this.sim.now;
  }

  debtsOf(property: number, fact: number): Debts {
    this.sim.cause = fact;
    return this.of(property);
  }

  broken(property: number, witness: number, other: number, fact: number): void {
    this.sim.cause = fact;
    this.tell(property, witness, other);
  }

  private tell(property: number, witness: number, other: number): void {
    this.sim.tell('invariant.broken', property, witness, other);
  }

  /** Speaks for this property, counted from 1, until told otherwise. */
  private of(property: number): this {
    this.property = property;
    return this;
  }

  /** Properties that are looked at at regular intervals have their first look ahead. */
  open(): void {
    for (const [i, { every }] of properties.entries()) {
      if (every && this.last(i) >= this.bases[i]! + 1)
        this.of(i + 1).owe(1, every(this.sim.plan.settings));
    }
  }

  owe(row: number, within: Micros): void {
    const at = this.bases[this.property - 1]! + row;
    const deadline = this.now + within;
    this.memory[at] = deadline;
    this.appoint(at, deadline, row);
  }

  owes(row: number): boolean {
    return this.recall(row) !== 0;
  }

  settle(row: number): void {
    this.memory[this.bases[this.property - 1]! + row] = 0;
  }

  recall(row: number): number {
    return this.memory[this.bases[this.property - 1]! + row]!;
  }

  note(row: number, value: number): void {
    this.memory[this.bases[this.property - 1]! + row] = value;
  }

  settleAll(): void {
    const i = this.property - 1;
    this.memory.fill(0, this.bases[i], this.last(i) + 1);
  }

  postponeAll(within: Micros): void {
    const i = this.property - 1;
    const base = this.bases[i]!;
    for (let at = base + 1; at <= this.last(i); at++) {
      if (this.memory[at] !== 0) this.owe(at - base, within);
    }
  }

  /** A deadline has come. Tells the witness when something is still owed. */
  look(row: number, property: number): void {
    const { overdue, every } = properties[property - 1]!;
    this.property = property;
    const at = this.bases[property - 1]! + row;
    this.memory[this.size + at] = 0;
    const deadline = this.memory[at]!;
    if (deadline === 0) return;
    if (deadline > this.now) {
      this.appoint(at, deadline, row);
      return;
    }
    this.memory[at] = 0;
    const witness = overdue?.(this.sim.world, row, this.now) ?? null;
    if (witness !== null) this.tell(property, witness[0], witness[1] ?? 0);
    if (every) this.owe(row, every(this.sim.plan.settings));
  }

  /** Something happened that people would not call rest. */
  stir(): void {
    this.memory[0] = this.now;
    if (this.memory[this.size] === 0) this.appointRest(this.now + this.quiet);
  }

  /** Is it quiet? Tells what does not hold at rest. */
  lookAtRest(): void {
    this.memory[this.size] = 0;
    const restAt = this.memory[0]! + this.quiet;
    if (restAt > this.now) {
      this.appointRest(restAt);
      return;
    }
    if (!isAtRest(this.sim.world)) return;
    for (const [i, { atRest }] of properties.entries()) {
      const witness = atRest?.(this.sim.world, this.atStart, this.now) ?? null;
      if (witness !== null) this.tell(i + 1, witness[0], witness[1] ?? 0);
    }
  }

  /** How long nothing must happen until the cluster counts as quiet (two notification windows). */
  private get quiet(): Micros {
    return Math.max(1, 2 * this.sim.plan.settings.noticeWindow);
  }

  private last(property: number): number {
    return (this.bases[property + 1] ?? this.size) - 1;
  }

  private appoint(at: number, deadline: Micros, row: number): void {
    const pending = this.memory[this.size + at]!;
    if (pending !== 0 && pending <= deadline) return;
    this.memory[this.size + at] = deadline;
    this.sim.later(deadline - this.now, 'debt is due', row, this.property);
  }

  private appointRest(at: Micros): void {
    this.memory[this.size] = at;
    this.sim.later(at - this.now, 'cluster may be at rest', 0);
  }
}
