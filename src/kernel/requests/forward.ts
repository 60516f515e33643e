import { transferTime } from '../../model/facts/hosts.ts';
import { lodgesNames, movesNames } from '../../model/moves.ts';
import { leg } from '../../model/wordLists.ts';
import { life, monitor } from '../states.ts';
import type { Sim } from '../sim.ts';

/** The server behind whose port a request was taken in. */
export const gateOf = (sim: Sim, request: number): number => {
  const w = sim.world;
  return w.port.server[w.vport.port[w.request.vport[request]!]!]!;
};

/** Whether the servers of a pair hear each other, so that a request can be handed on. */
export const isLinked = (sim: Sim, server: number): boolean =>
  sim.world.interconnect.cut[sim.world.server.interconnect[server]!] === 0;

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
  const w = sim.world;
  const s = sim.plan.settings;
  const port = w.vport.port[vport]!;
  const moving =
    Math.max(w.port.busyUntil[port]!, sim.now) -
    sim.now +
    transferTime(w, port, w.request.size[request]!);
  const fetching = w.request.write[request] ? 0 : 2 * s.wireHop + s.diskService;
  const takes = moving + s.interconnectLatency + fetching;
  sim.cause = sim.tell('io.forwarded', request, vport, takes);
  sim.later(takes, 'request is served', request, tries);
}

/** What has been handed on to `home` and not been answered: its gate still keeps it. */
export function forwardedTo(sim: Sim, home: number): number[] {
  const w = sim.world;
  const found: number[] = [];
  if (!mayHandOn(sim)) return found;
  for (let row = 1; row < w.request.rows; row++) {
    const gone = life.hung(w.server.life[gateOf(sim, row)]!);
    if (w.request.leg[row] === leg.forwarded && w.lun.home[w.request.lun[row]!] === home && !gone)
      found.push(row);
  }
  return found;
}
