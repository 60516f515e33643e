import type { Loudness } from '../../model/fact.ts';

/** What a person has asked to see, as the fields of the page have it. */
export interface Wishes {
  /** Key of a thing, `selected` for the one selected in the picture, empty for all. */
  readonly thing: string;
  readonly text: string;
  readonly groups: readonly string[];
  readonly loudness: Loudness;
}

export const noWishes: Wishes = { thing: '', text: '', groups: [], loudness: 'event' };
