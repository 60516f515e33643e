import tables from 'virtual:chart-tables';
import type { ChartStates, ChartTable } from './compiled.ts';
import { chartOf } from './index.ts';
import type { ChartName } from './index.ts';
import { unpack } from './tablesPacked.ts';

/** The chart of this name with the table that the engine runs it by. */
export const compiledChart = (name: ChartName): ChartStates & ChartTable => ({
  ...chartOf(name),
  ...unpack(tables[name]!),
});
