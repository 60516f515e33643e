import type { KindName } from '../model/kinds.ts';
import type { TableName } from '../model/schema.ts';
import type { World } from '../model/world.ts';

/** Why a command was not carried out: the person’s mistake, as a value. */
export interface Refusal {
  readonly where: string;
  readonly what: string;
  readonly hint: string;
}

/** What a command reaches at once, before anybody reacts: rows, for the preview in the picture. */
export interface Reach {
  readonly vports: readonly number[];
  readonly paths: readonly number[];
  readonly disks: readonly number[];
  readonly cables: readonly number[];
}

export const reachesNothing: Reach = { vports: [], paths: [], disks: [], cables: [] };

/** The states a verb’s glyph can show: the state that the command causes. */
export type Glyph =
  | 'down'
  | 'panic'
  | 'hung'
  | 'up'
  | 'cut'
  | 'mend'
  | 'taking-over'
  | 'giving-back'
  | 'maintenance'
  | 'play'
  | 'stop';

/** What may be asked of the world. Failures are commands like any other. */
export interface Command {
  /** The same id in menu, keyboard, files and links. */
  readonly id: string;
  /** The verb in the menu. */
  readonly label: string;
  readonly table: TableName;
  readonly key: string;
  readonly glyph: Glyph;
  /** True, or why it does not apply to this row now, as a sentence. */
  readonly appliesTo: (world: World, row: number) => true | string;
  readonly reach: (world: World, row: number) => Reach;
  readonly outcome: (world: World, row: number) => Outcome;
}

/** What carrying it out means: facts told, signals sent, and what physics settles afterwards. */
export interface Outcome {
  readonly facts?: readonly (readonly [KindName, ...number[]])[];
  readonly signals?: readonly {
    readonly chart: ChartName;
    readonly row: number;
    readonly signal: string;
  }[];
  readonly then?: 'mirrors notice the interconnect' | 'workload starts';
}

export type ChartName = 'server' | 'failoverMonitor' | 'physicalPort' | 'pulse' | 'diskHealth';
