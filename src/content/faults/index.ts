import type { Fault } from './fault.ts';
import { diskFaults } from './disks.ts';
import { givebackFaults } from './givebacks.ts';
import { serverFaults } from './servers.ts';
import { takeoverFaults } from './takeovers.ts';
import { takerFaults } from './takers.ts';

export type { Fault } from './fault.ts';

/** The fault catalogue, in the order of its ids. */
export const faults: readonly Fault[] = [
  ...serverFaults,
  ...takeoverFaults,
  ...takerFaults,
  ...diskFaults,
  ...givebackFaults,
].sort((a, b) => (a.id < b.id ? -1 : 1));
