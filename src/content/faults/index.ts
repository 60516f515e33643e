import { fabricFaults } from './fabrics.ts';
import type { Fault } from './fault.ts';
import { hostFaults } from './hosts.ts';
import { portFaults } from './ports.ts';

export type { Fault } from './fault.ts';

/** The fault catalogue, in the order of its ids. */
export const faults: readonly Fault[] = [...fabricFaults, ...portFaults, ...hostFaults].sort(
  (a, b) => (a.id < b.id ? -1 : 1),
);
