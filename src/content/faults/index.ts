import { diskFaults } from './disks.ts';
import { fabricFaults } from './fabrics.ts';
import type { Fault } from './fault.ts';
import { givebackFaults } from './givebacks.ts';
import { hostFaults } from './hosts.ts';
import { portFaults } from './ports.ts';
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
  ...fabricFaults,
  ...portFaults,
  ...hostFaults,
].sort((a, b) => (a.id < b.id ? -1 : 1));
