import type { KindName } from '../../model/kinds.ts';
import type { Settings } from '../../model/plan.ts';

/** A kind of fact and its first operands: ids of things, numbers, or null for any. */
export type Step = readonly [kind: KindName, ...about: (string | number | null)[]];

/** One row of the fault catalogue: what is injected, who notices, what must and what must not follow. */
export interface Fault {
  /** `F01` to `F47`; a letter tells variants apart. */
  readonly id: string;
  readonly title: string;
  /** What detects it, and after how long. */
  readonly detectedBy: string;
  readonly shouldHappen: string;
  readonly mustNever: string;
  /** Product document, standard, claim, or `assumption of this model`. */
  readonly source: string;
  /** The gallery scenario in which it is shown, and the settings that differ there. */
  readonly scenario: string;
  readonly settings?: Partial<Settings>;
  /** What is done, in seconds of simulated time. */
  readonly script: readonly (readonly [at: number, command: string, thing: string])[];
  /** How long the run is watched, s. */
  readonly until: number;
  /** Facts that must happen, each after the one before it; others may come between. */
  readonly happens: readonly Step[];
  /** Properties of availability that break because of what the settings leave out; safety never does. */
  readonly breaks?: readonly string[];
  /** Facts that must not happen after the first action. */
  readonly never: readonly Step[];
}
