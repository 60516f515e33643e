import type { Rows } from '../model/schema.ts';
import type { Micros } from '../model/time.ts';
import type { Agenda } from './agenda.ts';
import { runningCharts } from './chartRows.ts';

/** The timers that charts start and stop for their rows: appointments that a row can cancel. */
export class Timers {
  private readonly agenda: Agenda;
  /** Where the timers of each chart begin; those of one row lie side by side. */
  private readonly first: readonly number[];
  /** The appointment of each timer; 0 while it does not run. */
  private readonly handle: Int32Array;
  /** When each running timer fires, µs. */
  private readonly at: Float64Array;

  constructor(rows: Rows, agenda: Agenda) {
    this.agenda = agenda;
    let size = 0;
    this.first = runningCharts.map(({ table, compiled }) => {
      const first = size;
      size += (rows[table] + 1) * compiled.timers.length;
      return first;
    });
    this.handle = new Int32Array(size);
    this.at = new Float64Array(size);
  }

  private placeOf(chart: number, row: number, timer: number): number {
    return this.first[chart]! + row * runningCharts[chart]!.compiled.timers.length + timer;
  }

  start(chart: number, row: number, timer: number, at: Micros, because: number): void {
    const place = this.placeOf(chart, row, timer);
    const { signal } = runningCharts[chart]!.compiled.timers[timer]!;
    this.at[place] = at;
    this.handle[place] = this.agenda.add(at, chart, row, signal, because);
  }

  stop(chart: number, row: number, timer: number): void {
    const place = this.placeOf(chart, row, timer);
    if (this.handle[place] !== 0) this.agenda.drop(this.handle[place]!);
    this.handle[place] = 0;
  }

  /** The timer with this signal has fired. */
  fired(chart: number, row: number, signal: number): void {
    this.handle[this.placeOf(chart, row, runningCharts[chart]!.timerOf[signal]!)] = 0;
  }

  /** When the next timer of a row fires, µs; 0 when none runs. */
  nextOf(chart: number, row: number): Micros {
    const count = runningCharts[chart]!.compiled.timers.length;
    const first = this.placeOf(chart, row, 0);
    let due = 0;
    for (let place = first; place < first + count; place++) {
      if (this.handle[place] === 0) continue;
      const at = this.at[place]!;
      if (due === 0 || at < due) due = at;
    }
    return due;
  }

  /** No timer runs: the agenda is about to be filled anew. */
  clear(): void {
    this.handle.fill(0);
  }

  /** Learns again of a timer that runs, from its appointment. */
  resume(handle: number, at: Micros, chart: number, row: number, signal: number): void {
    const place = this.placeOf(chart, row, runningCharts[chart]!.timerOf[signal]!);
    this.handle[place] = handle;
    this.at[place] = at;
  }
}
