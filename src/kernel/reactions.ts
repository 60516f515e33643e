import type { ChartName } from '../charts/index.ts';
import { chartIndex, chartsWithout, runningCharts } from './chartRows.ts';
import type { RunningChart } from './chartRows.ts';
import { delayOf } from './delays.ts';
import type { Mutation } from './mutation.ts';
import { actOf } from './procedures.ts';
import type { Sim } from './sim.ts';
import type { Timers } from './timers.ts';

/** Numbers that one signal takes in the queue: chart, row, signal, because. */
const width = 4;
const mostInOneStep = 100_000;

/** Signals on their way to the charts of rows, and the steps that the charts take on them. */
export class Reactions {
  private readonly sim: Sim;
  private readonly timers: Timers;
  private readonly mutation: Mutation;
  private readonly charts: readonly RunningChart[];
  private queue = new Int32Array(64 * width);
  private sent = 0;

  constructor(sim: Sim, timers: Timers, mutation: Mutation) {
    this.sim = sim;
    this.timers = timers;
    this.mutation = mutation;
    const { without } = mutation;
    this.charts = without ? chartsWithout(without.chart, without.state) : runningCharts;
  }

  /** Sends a signal; the row’s chart reacts when those sent before it have been settled. */
  send(chart: ChartName, row: number, signal: string): void {
    const index = chartIndex[chart];
    const number = runningCharts[index]!.signalOf.get(signal);
    if (number === undefined) throw new Error(`The chart ${chart} knows no signal ${signal}`);
    const o = this.sent++ * width;
    if (o === this.queue.length) {
      const longer = new Int32Array(2 * o);
      longer.set(this.queue);
      this.queue = longer;
    }
    this.queue[o] = index;
    this.queue[o + 1] = row;
    this.queue[o + 2] = number;
    this.queue[o + 3] = this.sim.cause;
  }

  /** Lets charts react until no signal is on its way. */
  settle(): void {
    for (let i = 0; i < this.sent; i++) {
      const o = i * width;
      const { queue } = this;
      this.react(queue[o]!, queue[o + 1]!, queue[o + 2]!, queue[o + 3]!);
      if (i > mostInOneStep) throw new Error('Signals chase each other without end');
    }
    this.sent = 0;
  }

  /** No signal is on its way: the world is about to stand elsewhere. */
  clear(): void {
    this.sent = 0;
  }

  /** A timer of a row has fired, and its chart takes the step. */
  fire(chart: number, row: number, signal: number, because: number): void {
    this.timers.fired(chart, row, signal);
    this.react(chart, row, signal, because);
  }

  /** Looks the cell up, stops and starts timers, tells one fact, and performs the acts. */
  private react(number: number, row: number, signal: number, because: number): void {
    const { sim, timers } = this;
    const chart = this.charts[number]!;
    const table = sim.world[chart.table] as unknown as Record<string, Int32Array>;
    const before = table[chart.column]![row]!;
    const cell = before * chart.width + signal;
    if (chart.taken[cell] === 0) return;
    this.mutation.visited?.(chart.chart, before, signal);
    const after = chart.next[cell]!;
    const { stops, starts, acts } = chart.effectsOf[chart.effects[cell]!]!;
    sim.cause = because;
    for (const timer of stops) timers.stop(number, row, timer);
    for (const timer of starts) {
      const delay = delayOf(sim, chart.chart, chart.compiled.timers[timer]!.delay, row);
      if (delay !== 'off') timers.start(number, row, timer, sim.now + delay, because);
    }
    if (after !== before || (starts.length > 0 && chart.showsDue)) {
      const due = chart.showsDue ? timers.nextOf(number, row) : 0;
      sim.cause = sim.tell(chart.fact, row, after, due | 0, Math.floor(due / 0x1_0000_0000));
    }
    const cause = sim.cause;
    for (const act of acts) {
      sim.cause = cause;
      // A test may put a bent procedure in the place of what the effect stands for.
      const bent = this.mutation.acts?.[`${chart.chart}.${act}`];
      (bent ?? actOf(chart.chart, act))(sim, row);
    }
  }
}
