import type { Turns } from './turns.ts';
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
  ...turnsOfServers,
  ...turnsOfTakers,
};
