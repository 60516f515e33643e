import type { Fault } from './fault.ts';
import { serverFaults } from './servers.ts';
import { takeoverFaults } from './takeovers.ts';

export type { Fault } from './fault.ts';

/** The fault catalogue, in the order of its ids. */
export const faults: readonly Fault[] = [...serverFaults, ...takeoverFaults].sort((a, b) =>
  a.id < b.id ? -1 : 1,
);
