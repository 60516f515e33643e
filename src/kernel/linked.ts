import type { Sim } from './sim.ts';

/** Whether messages pass between a server and its partner: the interconnect is whole. */
export const isLinked = (sim: Sim, server: number): boolean =>
  sim.world.interconnect.cut[sim.world.server.interconnect[server]!] === 0;
