import type { Turn } from '../scene/interestingMoments.ts';

/** Why a moment is shown, as a few words over its picture. */
export const turnWords: Readonly<Record<Turn, string>> = {
  start: 'At the start',
  deed: 'What is done first',
  decision: 'What is decided',
  elsewhere: 'Names live elsewhere',
  breach: 'A rule is broken',
  home: 'Home again',
  end: 'At the end',
};
