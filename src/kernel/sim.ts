import type { ChartName } from '../charts/index.ts';
import { commandNamed } from '../commands/index.ts';
import type { Refusal } from '../commands/command.ts';
import { factWords, pack } from '../model/fact.ts';
import { kindList, kindNumber } from '../model/kinds.ts';
import type { KindName } from '../model/kinds.ts';
import type { Plan } from '../model/plan.ts';
import { thingOf } from '../model/plan.ts';
import { schema } from '../model/schema.ts';
import type { TableName } from '../model/schema.ts';
import { hashOf } from '../model/table.ts';
import type { Micros } from '../model/time.ts';
import { worldOf } from '../model/world.ts';
import type { World } from '../model/world.ts';
import { checkFacts } from '../properties/index.ts';
import { Agenda } from './agenda.ts';
import { chartIndex, runningCharts } from './chartRows.ts';
import { delayOf } from './delays.ts';
import { keep, occasionNames } from './occasions.ts';
import type { OccasionName } from './occasions.ts';
import { actOf } from './acts/index.ts';
import { settleLight } from './light.ts';
import { startUp } from './startUp.ts';
import { Wiring } from './wiring.ts';

/** Everything needed to stand a simulation at an earlier moment again. */
export interface SimCheckpoint {
  readonly now: Micros;
  readonly count: number;
  readonly step: number;
  readonly world: ArrayBuffer;
  readonly agenda: ArrayBuffer;
  readonly memo: Int32Array;
  readonly timerAt: Float64Array;
}

interface Pending {
  readonly chart: number;
  readonly row: number;
  readonly signal: number;
  readonly because: number;
}

const tableNames = Object.keys(schema) as readonly TableName[];

/**
 * The simulation: takes the next appointment, lets the addressee’s chart react and tells facts.
 * Facts are applied as they are told, so the world is never anything but the sum of its facts.
 */
export class Sim {
  readonly plan: Plan;
  readonly world: World;
  readonly wiring: Wiring;
  now: Micros = 0;
  /** Facts told so far: the sequence number of the next one. */
  count = 0;
  /** The fact that leads to whatever is told next, -1 for none. */
  cause = -1;
  private step = 0;
  private readonly mutation: Mutation;
  private readonly agenda: Agenda;
  /** Timer handles of chart rows, hints for free rows, counters of chance. */
  private readonly memo: Int32Array;
  /** When each pending timer of a chart row fires. */
  private readonly timerAt: Float64Array;
  private readonly timerBase: readonly number[];
  private readonly hintBase: number;
  private readonly countBase: number;
  private readonly queue: Pending[] = [];
  private words = new Int32Array(1024 * factWords);
  private drained = 0;

  constructor(plan: Plan, mutation: Mutation = {}) {
    this.plan = plan;
    this.mutation = mutation;
    this.world = worldOf(plan);
    this.wiring = new Wiring(this.world);
    const rows = plan.rows;
    let size = 0;
    this.timerBase = runningCharts.map(({ table, compiled }) => {
      const base = size;
      size += (rows[table] + 1) * compiled.timers.length;
      return base;
    });
    this.timerAt = new Float64Array(size);
    this.hintBase = size;
    size += tableNames.length;
    this.countBase = size;
    size += rows.lun + 1;
    this.memo = new Int32Array(size);
    this.agenda = new Agenda(
      1024 + 4 * rows.request + 64 * rows.server + 8 * rows.vport + 4 * rows.disk + 4 * rows.path,
    );
    startUp(this);
    this.settle();
    this.check();
  }

  /** Packed facts told since the last call. */
  drain(): Int32Array {
    const fresh = this.words.slice(0, (this.count - this.drained) * factWords);
    this.drained = this.count;
    return fresh;
  }

  /**
   * Keeps every appointment up to and including `at`.
   * @returns false when `maxFacts` were told first; call again to go on
   */
  runUntil(at: Micros, maxFacts = Infinity): boolean {
    const limit = this.count + maxFacts;
    const agenda = this.agenda;
    while (agenda.nextAt <= at) {
      if (this.count >= limit) return false;
      if (!agenda.take()) continue;
      const due = agenda.due;
      this.now = due.at;
      this.cause = due.because;
      this.step++;
      const charts = runningCharts.length;
      if (due.what < charts) {
        this.clearTimer(due.what, due.row, due.arg);
        this.react(due.what, due.row, due.arg, due.because);
      } else {
        keep(occasionNames[due.what - charts]!, this, due.row, due.arg);
      }
      this.settle();
      this.check();
    }
    this.now = at;
    return true;
  }

  /** Carries out a command at `now`, after everything already due. A refusal changes nothing. */
  act(command: string, thing: string): Refusal | null {
    this.runUntil(this.now);
    const found = commandNamed(command);
    if (!found)
      return { where: command, what: 'There is no such command.', hint: 'See the list of verbs.' };
    const target = thingOf(this.plan, thing);
    if (!target)
      return {
        where: thing,
        what: 'There is no such thing here.',
        hint: 'Use an id such as A or A.p0.',
      };
    if (target.table !== found.command.table) {
      return {
        where: thing,
        what: `${found.command.label} is not for this kind of thing.`,
        hint: `It is for a ${found.command.table}.`,
      };
    }
    const applies = found.command.appliesTo(this.world, target.row);
    if (applies !== true)
      return {
        where: `${command} ${thing}`,
        what: applies,
        hint: 'Choose another verb or moment.',
      };
    this.step++;
    this.cause = -1;
    const given = this.tell(
      'command.given',
      found.index,
      tableNames.indexOf(target.table),
      target.row,
    );
    this.cause = given;
    const outcome = found.command.outcome(this.world, target.row);
    for (const [kind, ...operands] of outcome.facts ?? []) {
      this.cause = given;
      this.cause = this.tell(kind, ...operands);
    }
    for (const { chart, row, signal } of outcome.signals ?? []) this.signal(chart, row, signal);
    this.settle();
    settleLight(this);
    if (outcome.then) keep(outcome.then, this, target.row, 0);
    this.settle();
    this.check();
    return null;
  }

  /** Tells a fact: applies it and appends it to the trace. Returns its sequence number. */
  tell(kind: KindName, a = 0, b = 0, c = 0, d = 0): number {
    if (this.mutation.silence?.has(kind)) return this.cause;
    const number = kindNumber[kind];
    const i = this.count - this.drained;
    if ((i + 1) * factWords > this.words.length) this.grow();
    pack(this.words, i, number, this.now, this.step, this.cause, a, b, c, d);
    kindList[number]!.apply(this.world, this.now, a, b, c, d);
    return this.count++;
  }

  /** Sends a signal to a row’s chart; it reacts before this step ends. */
  signal(chart: ChartName, row: number, signal: string): void {
    if (row === 0) return;
    const index = chartIndex[chart];
    const number = runningCharts[index]!.signalOf.get(signal);
    if (number === undefined) throw new Error(`The chart ${chart} knows no signal ${signal}`);
    this.queue.push({ chart: index, row, signal: number, because: this.cause });
  }

  /** Makes an appointment for something other than a chart’s own timer. */
  later(delay: Micros, occasion: OccasionName, row: number, arg = 0): void {
    const what = runningCharts.length + occasionNames.indexOf(occasion);
    this.agenda.add(this.now + delay, what, row, arg, this.cause);
  }

  /** A free row of a table whose `used` column is 0 in free rows; 0 when the table is full. */
  freeRow(table: TableName, used: Int32Array): number {
    const hint = this.hintBase + tableNames.indexOf(table);
    const rows = used.length;
    let row = this.memo[hint]!;
    for (let tried = 1; tried < rows; tried++) {
      row = row + 1 >= rows ? 1 : row + 1;
      if (used[row] === 0) {
        this.memo[hint] = row;
        return row;
      }
    }
    return 0;
  }

  /** Counts the draws of chance for a LUN: 0, 1, 2, … */
  draw(lun: number): number {
    return this.memo[this.countBase + lun]!++;
  }

  checkpoint(): SimCheckpoint {
    return {
      now: this.now,
      count: this.count,
      step: this.step,
      world: this.world.store.buffer.slice(0),
      agenda: this.agenda.buffer.slice(0),
      memo: this.memo.slice(),
      timerAt: this.timerAt.slice(),
    };
  }

  /** Stands at a checkpoint again. Facts not yet drained are dropped. */
  restore(to: SimCheckpoint): void {
    this.now = to.now;
    this.count = to.count;
    this.drained = to.count;
    this.step = to.step;
    this.cause = -1;
    this.queue.length = 0;
    this.world.store.words.set(new Int32Array(to.world));
    new Uint8Array(this.agenda.buffer).set(new Uint8Array(to.agenda));
    this.memo.set(to.memo);
    this.timerAt.set(to.timerAt);
  }

  hash(): number {
    return hashOf(this.world.store);
  }

  /** Which act a chart’s effect stands for; tests put a mutated procedure here. */
  private perform(chart: number, act: string, row: number): void {
    const name = runningCharts[chart]!.chart;
    const mutated = this.mutation.acts?.[`${name}.${act}`];
    (mutated ?? actOf(name, act))(this, row);
  }

  private settle(): void {
    for (let i = 0; i < this.queue.length; i++) {
      const { chart, row, signal, because } = this.queue[i]!;
      this.react(chart, row, signal, because);
      if (i > 100_000) throw new Error('Signals chase each other without end');
    }
    this.queue.length = 0;
  }

  private react(chartNumber: number, row: number, signal: number, because: number): void {
    const chart = runningCharts[chartNumber]!;
    const table = this.world[chart.table] as unknown as Record<string, Int32Array>;
    const column = table[chart.column]!;
    const before = column[row]!;
    const cell = before * chart.width + signal;
    if (chart.taken[cell] === 0) return;
    this.mutation.visited?.(chart.chart, before, signal);
    const after = chart.next[cell]!;
    const effects = chart.compiled.effectLists[chart.effects[cell]!]!;
    this.cause = because;
    const timers = chart.compiled.timers;
    const base = this.timerBase[chartNumber]! + row * timers.length;
    for (const effect of effects) {
      if (effect.do === 'stop')
        this.clearTimer(chartNumber, row, timers[effect.timer]!.signal, true);
    }
    let due = 0;
    const starts = effects.some((effect) => effect.do === 'start');
    for (const effect of effects) {
      if (effect.do !== 'start') continue;
      const timer = timers[effect.timer]!;
      const delay = delayOf(this, chart.chart, timer.delay, row);
      if (delay === 'off') continue;
      this.timerAt[base + effect.timer] = this.now + delay;
      this.memo[base + effect.timer] = this.agenda.add(
        this.now + delay,
        chartNumber,
        row,
        timer.signal,
        because,
      );
    }
    if (chart.showsDue) {
      for (let i = 0; i < timers.length; i++) {
        if (this.memo[base + i] === 0) continue;
        const at = this.timerAt[base + i]!;
        if (due === 0 || at < due) due = at;
      }
    }
    if (after !== before || (starts && chart.showsDue)) {
      this.cause = this.tell(chart.fact, row, after, due | 0, Math.floor(due / 0x1_0000_0000));
    }
    const cause = this.cause;
    for (const effect of effects) {
      if (effect.do !== 'act') continue;
      this.cause = cause;
      this.perform(chartNumber, effect.act, row);
    }
  }

  /** Forgets a timer of a row’s chart; takes it off the agenda unless it has just fired. */
  private clearTimer(chart: number, row: number, signal: number, drop = false): void {
    const timers = runningCharts[chart]!.compiled.timers;
    for (let i = 0; i < timers.length; i++) {
      if (timers[i]!.signal !== signal) continue;
      const at = this.timerBase[chart]! + row * timers.length + i;
      if (drop && this.memo[at] !== 0) this.agenda.drop(this.memo[at]!);
      this.memo[at] = 0;
    }
  }

  private checked = 0;

  /** Holds the facts of this step against the properties; a violation is a fact of its own. */
  private check(): void {
    const from = Math.max(this.checked, this.drained);
    const until = this.count;
    checkFacts(
      this.world,
      this.words,
      from - this.drained,
      until - this.drained,
      (property, witness, other, i) => {
        this.cause = this.drained + i;
        this.tell('invariant.broken', property, witness, other);
      },
    );
    this.checked = this.count;
  }

  private grow(): void {
    const larger = new Int32Array(this.words.length * 2);
    larger.set(this.words);
    this.words = larger;
  }
}

/** How a test bends the procedures, and how it watches which transitions are taken. */
export interface Mutation {
  readonly acts?: Readonly<Record<string, (sim: Sim, row: number) => void>>;
  readonly silence?: ReadonlySet<KindName>;
  readonly visited?: (chart: ChartName, configuration: number, signal: number) => void;
}
