export { answerFor } from './answers.ts';
export { chainOf } from './chain.ts';
export type { Link } from './chain.ts';
export { WhyIndex } from './whyIndex.ts';
export { notYet, refusedVerbs } from './whyNot.ts';
export type { Refused } from './whyNot.ts';
export type { Told } from './told.ts';
