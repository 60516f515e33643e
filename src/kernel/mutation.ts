import type { ChartName } from '../charts/index.ts';
import type { KindName } from '../model/kinds.ts';
import type { Sim } from './sim.ts';

/** How a test bends procedures and charts, and how it watches which transitions are taken. */
export interface Mutation {
  readonly acts?: Readonly<Record<string, (sim: Sim, row: number) => void>>;
  readonly silence?: ReadonlySet<KindName>;
  readonly visited?: (chart: ChartName, configuration: number, signal: number) => void;
  /** A state that its chart does not have: nothing leads into it, and nothing out of it. */
  readonly without?: { readonly chart: ChartName; readonly state: string };
}
