import type { KindName } from '../model/kinds.ts';
import type { Micros } from '../model/time.ts';

/** Facts of one kind, some of whose fields are told, in a span of time. */
export interface Pattern {
  readonly kind: KindName;
  /** Places of fields in the published fact, and the JSON text that each must have. */
  readonly fields: readonly { readonly place: number; readonly text: string }[];
  /** At this instant or later. */
  readonly after: Micros;
  /** Earlier than this instant. */
  readonly before: Micros;
}

/** One thing that a scenario expects of its own run. Ids are those of the plan. */
export type Expected =
  | { readonly what: 'fact'; readonly pattern: Pattern }
  | { readonly what: 'never'; readonly pattern: Pattern }
  | { readonly what: 'order'; readonly patterns: readonly Pattern[] }
  | { readonly what: 'invariants' }
  /** Owners of disks, or of all disks of a shelf, when the run ends. */
  | { readonly what: 'owner'; readonly owners: readonly (readonly [of: string, server: string])[] }
  /** Where the name of a primary is logged in when the run ends; null for nowhere. */
  | {
      readonly what: 'place';
      readonly places: readonly (readonly [primary: string, vport: string | null])[];
    }
  | {
      readonly what: 'pause';
      readonly pauses: readonly {
        readonly lun: string;
        readonly atLeast: Micros;
        readonly atMost: Micros;
      }[];
    };

export interface Expectation {
  /** The line as it stands in the file, as JSON text. */
  readonly line: string;
  readonly expected: Expected;
}
