import type { Turns } from './turns.ts';
import { turnsOfChecks } from './turnsOfChecks.ts';
import { turnsOfFabrics } from './turnsOfFabrics.ts';
import { turnsOfLodging } from './turnsOfLodging.ts';
import { turnsOfPaths } from './turnsOfPaths.ts';
import { turnsOfPorts } from './turnsOfPorts.ts';
import { turnsOfSearches } from './turnsOfSearches.ts';
import { turnsOfServers } from './turnsOfServers.ts';
import { turnsOfSlots } from './turnsOfSlots.ts';
import { turnsOfTakers } from './turnsOfTakers.ts';

/** All of them. */
export const rareTurns: Turns = {
  ...turnsOfSearches,
  ...turnsOfPaths,
  ...turnsOfSlots,
  ...turnsOfPorts,
  ...turnsOfLodging,
  ...turnsOfServers,
  ...turnsOfFabrics,
  ...turnsOfChecks,
  ...turnsOfTakers,
};
