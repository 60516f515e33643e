import type { ChartTable, Effect } from './compiled.ts';

/** A chart’s table as it is shipped to the engine’s thread: the same with fewer letters. */
export interface PackedTable extends Pick<ChartTable, 'signals' | 'timers'> {
  /** For each configuration, three numbers for each signal it heeds: signal, next, effects. */
  readonly cells: readonly (readonly number[])[];
  /** An act by its name; `+2` starts timer 2, `-2` stops it. */
  readonly effects: readonly (readonly string[])[];
}

const wordOf = (effect: Effect): string =>
  effect.do === 'act' ? effect.act : `${effect.do === 'start' ? '+' : '-'}${effect.timer}`;

function effectOf(word: string): Effect {
  if (word[0] === '+') return { do: 'start', timer: Number(word.slice(1)) };
  if (word[0] === '-') return { do: 'stop', timer: Number(word.slice(1)) };
  return { do: 'act', act: word };
}

export function pack(table: ChartTable, states: number): PackedTable {
  const cells: number[][] = Array.from({ length: states }, () => []);
  for (let i = 0; i < table.cells.length; i += 4)
    cells[table.cells[i]!]!.push(...table.cells.slice(i + 1, i + 4));
  const effects = table.effectLists.map((list) => list.map(wordOf));
  return { signals: table.signals, timers: table.timers, cells, effects };
}

export function unpack({ signals, timers, cells, effects }: PackedTable): ChartTable {
  return {
    signals,
    timers,
    cells: cells.flatMap((heeded, state) =>
      heeded.flatMap((number, i) => (i % 3 === 0 ? [state, number] : [number])),
    ),
    effectLists: effects.map((list) => list.map(effectOf)),
  };
}
