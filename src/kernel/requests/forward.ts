import { lodgesNames, movesNames } from '../../model/moves.ts';
import { leg } from '../../model/wordLists.ts';
import { life, monitor } from '../states.ts';
import type { Sim } from '../sim.ts';
import { servingTime } from './send.ts';

/** The server behind whose port a request was taken in. */
export const gateOf = (sim: Sim, request: number): number => {
  const w = sim.world;
  return w.port.server[w.vport.port[w.request.vport[request]!]!]!;
};

/** Whether anything may be handed on: hosts use both servers’ names, or names lodge at the partner. */
const mayHandOn = (sim: Sim): boolean =>
  !movesNames(sim.plan.settings) || lodgesNames(sim.plan.settings);

/** Whether a server hands requests for its partner’s LUNs on to it (cfmode partner, single_image). */
export const handsOn = (sim: Sim, server: number, lun: number): boolean =>
  mayHandOn(sim) && sim.world.lun.home[lun] !== server;

/** A server that is taking its partner over, or gives back, knows that nobody could serve now. */
export const isBetween = (sim: Sim, server: number): boolean =>
  monitor.holding(sim.world.server.monitor[server]!) &&
  !monitor.handedOver(sim.world.server.monitor[server]!);

/** The request goes over the interconnect to the owner of its LUN, which fetches what is read. */
export function forward(sim: Sim, request: number, vport: number, tries: number): void {
  const served = servingTime(sim, request, sim.world.vport.port[vport]!);
  const takes = served + sim.plan.settings.interconnectLatency;
  sim.cause = sim.tell('io.forwarded', request, vport, takes);
  sim.later(takes, 'request is served', request, tries);
}

/** What has been handed on to `home` and not been answered: its gate still keeps it. */
export function forwardedTo(sim: Sim, home: number): number[] {
  const w = sim.world;
  const found: number[] = [];
  if (!mayHandOn(sim)) return found;
  for (let row = 1; row < w.request.rows; row++) {
    if (w.request.leg[row] !== leg.forwarded || w.lun.home[w.request.lun[row]!] !== home) continue;
    if (!life.hung(w.server.life[gateOf(sim, row)]!)) found.push(row);
  }
  return found;
}
