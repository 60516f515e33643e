import definitions from 'virtual:chart-definitions';
import type { StateNode } from './compiled.ts';
import type { ChartName } from './index.ts';

/** The chart of this name as its author wrote it. Loaded only where charts are drawn. */
export const definitionOf = (name: ChartName): StateNode => definitions[name]!.definition;
