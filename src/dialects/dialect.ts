import type { Settings } from '../model/plan.ts';

/** A word of ours and what others call the same thing. Lower case, singular and plural apart. */
export interface Term {
  readonly ours: string;
  readonly theirs: string;
}

/** Something that is not as it is here, in reality. */
export interface Difference {
  readonly what: string;
  /** The document that says so, or that it is an assumption. */
  readonly source: string;
}

/** The words of one family of products, and how its behaviour differs. */
export interface Dialect {
  /** As preferences, links and the command line name it. */
  readonly id: string;
  readonly title: string;
  /** Terms of one document each, so that every word has its source. */
  readonly glossaries: readonly { readonly source: string; readonly terms: readonly Term[] }[];
  /** Settings under which the simulation behaves more like it. */
  readonly settings: Partial<Omit<Settings, 'seed'>>;
  readonly differs: readonly Difference[];
  /** Whose names these are; empty where nobody’s. */
  readonly trademark: string;
}

/** `['server', 'node']` with its plural. */
export const plural = (ours: string, theirs: string): Term[] => [
  { ours, theirs },
  { ours: `${ours}s`, theirs: `${theirs}s` },
];
