import type { Fault } from './fault.ts';

export type { Fault } from './fault.ts';

/** The fault catalogue, in the order of its ids. */
export const faults: readonly Fault[] = [];
