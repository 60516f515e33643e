import type { ChartName } from '../charts/index.ts';
import type { Refusal } from '../commands/command.ts';
import { kindNames } from '../model/kinds.ts';
import type { KindName } from '../model/kinds.ts';
import type { Plan } from '../model/plan.ts';
import { schema } from '../model/schema.ts';
import type { TableName } from '../model/schema.ts';
import { hashOf } from '../model/table.ts';
import type { Micros } from '../model/time.ts';
import { checkpointOf, restore, worldOf } from '../model/world.ts';
import type { World } from '../model/world.ts';
import { Agenda } from './agenda.ts';
import { Armed } from './armed.ts';
import { atWork } from './atWork.ts';
import { runningCharts } from './chartRows.ts';
import { Ledger } from './ledger.ts';
import type { Mutation } from './mutation.ts';
import { occasionNumber } from './occasionNames.ts';
import type { OccasionName } from './occasionNames.ts';
import { carryOut, keepNumber, learn } from './procedures.ts';
import { Reactions } from './reactions.ts';
import { Scribe } from './scribe.ts';
import { startUp } from './startUp.ts';
import { Timers } from './timers.ts';
import { Wiring } from './wiring.ts';

export type { Mutation } from './mutation.ts';

learn(atWork);

/** Everything needed to stand a simulation at an earlier moment again. */
export interface SimCheckpoint {
  readonly now: Micros;
  readonly count: number;
  readonly steps: number;
  readonly world: Int32Array;
  readonly appointments: Float64Array;
  readonly counters: Int32Array;
  readonly ledger: Float64Array;
}

const tableNumber = Object.fromEntries(
  Object.keys(schema).map((table, i) => [table, i]),
) as Readonly<Record<TableName, number>>;
/** The number of each kind: a map answers twice as quickly as an object. */
const kindNumbers = new Map(kindNames.map((name, i) => [name, i]));
/** Counters of chance follow those of free rows, of which there is one per table. */
const firstDraw = Object.keys(schema).length;
const charts = runningCharts.length;

/** The simulation: takes the next appointment, lets the addressee react, and tells facts. */
export class Sim {
  readonly plan: Plan;
  readonly world: World;
  readonly wiring: Wiring;
  readonly ledger: Ledger;
  readonly scribe: Scribe;
  /** Commands that wait for a fact. */
  readonly armed: Armed;
  now: Micros = 0;
  /** The fact that leads to whatever is told next, -1 for none. */
  cause = -1;
  /** Steps taken so far: one for each appointment kept and for each command carried out. */
  steps = 0;
  private readonly mutation: Mutation;
  private readonly agenda: Agenda;
  private readonly timers: Timers;
  private readonly reactions: Reactions;
  /** The row of each table that was free last, and how often chance was asked for each LUN. */
  private readonly counters: Int32Array;

  constructor(plan: Plan, mutation: Mutation = {}) {
    this.plan = plan;
    this.mutation = mutation;
    this.world = worldOf(plan);
    this.wiring = new Wiring(this.world);
    this.ledger = new Ledger(this);
    this.armed = new Armed(plan);
    this.scribe = new Scribe(this.world, this.ledger, this.armed);
    const { rows } = plan;
    this.agenda = new Agenda(
      1024 +
        this.ledger.appointments +
        4 * rows.request +
        64 * rows.server +
        8 * rows.vport +
        4 * rows.disk +
        4 * rows.path,
    );
    this.timers = new Timers(rows, this.agenda);
    this.reactions = new Reactions(this, this.timers, mutation);
    this.counters = new Int32Array(firstDraw + rows.lun + 1);
    startUp(this);
    this.ledger.open();
    this.endStep();
  }

  /** Facts told so far: the sequence number of the next one. */
  get count(): number {
    return this.scribe.count;
  }

  /** Packed facts told since the last call. */
  drain(): Int32Array {
    return this.scribe.drain();
  }

  /**
   * Keeps every appointment up to and including `at`, or up to the instant at which a command that
   * was armed is due: that one has to be given first.
   * @returns false when `maxFacts` were told first; call again to go on
   */
  runUntil(at: Micros, maxFacts = Infinity): boolean {
    const { agenda, scribe, armed } = this;
    const { due } = agenda;
    const limit = scribe.count + maxFacts;
    while (agenda.nextAt <= (armed.isDue ? this.now : at)) {
      if (scribe.count >= limit) return false;
      if (!agenda.take()) continue;
      this.now = due.at;
      this.beginStep(due.because);
      if (due.what < charts) this.reactions.fire(due.what, due.row, due.arg, due.because);
      else keepNumber(due.what - charts, this, due.row, due.arg);
      this.endStep();
    }
    if (!armed.isDue) this.now = at;
    return true;
  }

  /** Carries out a command at `now`, after everything already due. A refusal changes nothing. */
  act(command: string, thing: string): Refusal | null {
    this.runUntil(this.now);
    return carryOut(this, command, thing);
  }

  /** Facts told from here on belong together. */
  beginStep(cause: number): void {
    this.steps++;
    this.cause = cause;
  }

  /** Lets charts react to what they were sent. */
  settle(): void {
    this.reactions.settle();
  }

  /** Between steps the properties hold; a violation is a fact of its own. */
  endStep(): void {
    this.reactions.settle();
    this.scribe.check();
  }

  /** Tells a fact: applies it and appends it to the trace. Returns its sequence number. */
  tell(kind: KindName, a = 0, b = 0, c = 0, d = 0): number {
    if (this.mutation.silence?.has(kind)) return this.cause;
    return this.scribe.write(kindNumbers.get(kind)!, this.now, this.steps, this.cause, a, b, c, d);
  }

  /** Sends a signal to a row’s chart; it reacts before this step ends. */
  signal(chart: ChartName, row: number, signal: string): void {
    if (row !== 0) this.reactions.send(chart, row, signal);
  }

  /** Makes an appointment for something other than a chart’s own timer. */
  later(delay: Micros, occasion: OccasionName, row: number, arg = 0): void {
    this.agenda.add(this.now + delay, charts + occasionNumber.get(occasion)!, row, arg, this.cause);
  }

  /** A free row of a table whose `used` column is 0 in free rows; 0 when the table is full. */
  freeRow(table: TableName, used: Int32Array): number {
    const number = tableNumber[table];
    const rows = used.length;
    let row = this.counters[number]!;
    for (let tried = 1; tried < rows; tried++) {
      row = row + 1 >= rows ? 1 : row + 1;
      if (used[row] === 0) {
        this.counters[number] = row;
        return row;
      }
    }
    return 0;
  }

  /** Counts the draws of chance for a LUN: 0, 1, 2, … */
  draw(lun: number): number {
    return this.counters[firstDraw + lun]!++;
  }

  /**
   * Everything needed to stand at this moment again.
   * @param over a checkpoint that is no longer needed: it is written over, because touching fresh
   *   memory costs many times what the copy does
   */
  checkpoint(over?: SimCheckpoint): SimCheckpoint {
    const counters = over?.counters ?? new Int32Array(this.counters.length);
    counters.set(this.counters);
    return {
      now: this.now,
      count: this.count,
      steps: this.steps,
      world: checkpointOf(this.world, over?.world),
      appointments: this.agenda.save(over?.appointments),
      counters,
      ledger: this.ledger.save(over?.ledger),
    };
  }

  /** Stands at a checkpoint again. Facts not yet drained are dropped. */
  restore(to: SimCheckpoint): void {
    this.now = to.now;
    this.steps = to.steps;
    this.cause = -1;
    this.reactions.clear();
    restore(this.world, to.world);
    this.counters.set(to.counters);
    this.ledger.memory.set(to.ledger);
    this.timers.clear();
    this.agenda.restore(to.appointments, (handle, at, what, row, arg) => {
      if (what < charts) this.timers.resume(handle, at, what, row, arg);
    });
    this.scribe.standAt(to.count);
  }

  hash(): number {
    return hashOf(this.world.store);
  }
}
