import type { ChartStates, ChartTable } from '../charts/compiled.ts';
import { isIn } from '../charts/index.ts';
import type { ChartName } from '../charts/index.ts';
import { chartRows } from '../charts/rows.ts';
import type { ChartRow } from '../charts/rows.ts';
import { compiledChart } from '../charts/tables.ts';

export { chartRows };

/** What a step asks of the engine: timers to stop and start, then acts. */
export interface Effects {
  readonly stops: readonly number[];
  readonly starts: readonly number[];
  readonly acts: readonly string[];
}

/** A chart’s table as typed arrays, ready to run. */
export interface RunningChart extends ChartRow {
  readonly compiled: ChartStates & ChartTable;
  readonly width: number;
  readonly next: Uint16Array;
  /** For each cell, the place of its effects in `effectsOf`. */
  readonly effects: Uint16Array;
  readonly effectsOf: readonly Effects[];
  readonly taken: Uint8Array;
  readonly signalOf: ReadonlyMap<string, number>;
  /** For each signal, the timer that sends it; -1 when none does. */
  readonly timerOf: readonly number[];
}

export const runningCharts: readonly RunningChart[] = chartRows.map((row) => {
  const compiled = compiledChart(row.chart);
  const width = compiled.signals.length;
  const size = compiled.states.length * width;
  const running = {
    next: new Uint16Array(size),
    effects: new Uint16Array(size),
    taken: new Uint8Array(size),
  };
  for (let i = 0; i < compiled.cells.length; i += 4) {
    const [state, signal, next, effects] = compiled.cells.slice(i, i + 4) as [
      number,
      number,
      number,
      number,
    ];
    const cell = state * width + signal;
    running.next[cell] = next;
    running.effects[cell] = effects;
    running.taken[cell] = 1;
  }
  return {
    ...row,
    ...running,
    compiled,
    width,
    effectsOf: compiled.effectLists.map((list) => ({
      stops: list.flatMap((effect) => (effect.do === 'stop' ? [effect.timer] : [])),
      starts: list.flatMap((effect) => (effect.do === 'start' ? [effect.timer] : [])),
      acts: list.flatMap((effect) => (effect.do === 'act' ? [effect.act] : [])),
    })),
    signalOf: new Map(compiled.signals.map((signal, i) => [signal, i])),
    timerOf: compiled.signals.map((_, signal) =>
      compiled.timers.findIndex((timer) => timer.signal === signal),
    ),
  };
});

export const chartIndex = Object.fromEntries(chartRows.map((row, i) => [row.chart, i])) as Readonly<
  Record<ChartName, number>
>;

/** The charts as they would run if one of them had not this state, nor what is inside it. */
export function chartsWithout(name: ChartName, state: string): readonly RunningChart[] {
  const gone = isIn(name, state);
  return runningCharts.map((chart) => {
    if (chart.chart !== name) return chart;
    const stands = (taken: number, cell: number): boolean =>
      taken === 1 && !gone(Math.floor(cell / chart.width)) && !gone(chart.next[cell]!);
    return { ...chart, taken: chart.taken.map((taken, cell) => (stands(taken, cell) ? 1 : 0)) };
  });
}
