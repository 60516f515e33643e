import type { Moment } from '../../model/moment.ts';
import type { Settings } from '../../model/plan.ts';

/** One thing that a claim asks for, in our own words, and the fact that shows it. */
export interface Element {
  readonly says: string;
  /** The first such fact shows it; null when it is built in and can be seen from the start. */
  readonly shownBy: Moment | null;
  /** Ids of the things to look at. */
  readonly lookAt: readonly string[];
}

/** What the world must look like at the end. */
export interface Ending {
  /** Owners of disks, by id. */
  readonly owners?: Readonly<Record<string, string>>;
  /** For a slot, the primary whose names are written in it; null when it stands by again. */
  readonly carries?: Readonly<Record<string, string | null>>;
  /** Names, owners, reservations and slots are as they were at the start (Q3). */
  readonly asAtTheStart?: boolean;
  /** The longest pause of a LUN, s. */
  readonly pauseAtMost?: Readonly<Record<string, number>>;
}

/** A claim of the patent as a demonstration that can be run, watched and tested. */
export interface Claim {
  readonly number: number;
  /** The claim it builds on; null when it stands alone. */
  readonly builtOn: number | null;
  readonly title: string;
  readonly elements: readonly Element[];
  /** The gallery scenario whose cluster it uses, and the settings that differ. */
  readonly cluster: string;
  readonly settings?: Partial<Settings>;
  /** What is done, in seconds of simulated time. */
  readonly script: readonly (readonly [at: number, command: string, thing: string])[];
  /** How long the run is watched, s. */
  readonly until: number;
  /** Chains of facts: inside a chain each follows the one before it; chains may interleave. */
  readonly order: readonly (readonly Moment[])[];
  /** Facts that must not happen after the first action. */
  readonly never?: readonly Moment[];
  readonly ending: Ending;
  /** Started from a stored program: the scenario file is read, run and replayed to the same trace. */
  readonly stored?: boolean;
  /** How we read a claim whose words leave a choice. */
  readonly interpretation?: string;
}
