import { afterOrders } from './afterOrders.ts';
import { learn } from './procedures.ts';

/**
 * The engine with all that it can do, for Node, the command line and tests. The page’s thread
 * begins with less, see `src/worker/host.ts`.
 */
learn(afterOrders);

export { Run } from './branches.ts';
export type { Action, News } from './branches.ts';
export { Sim } from './sim.ts';
export type { Mutation, SimCheckpoint } from './sim.ts';
