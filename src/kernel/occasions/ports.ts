import { isCutOff } from '../../model/segments.ts';
import { settleCable } from '../light.ts';
import { life, portMonitor } from '../states.ts';
import { isLinked } from '../linked.ts';
import type { Sim } from '../sim.ts';

/**
 * A running server checks the health of its ports at every interval: an ECHO over the link, and a
 * read through the target. Only checks that stay unanswered are told, so a healthy port costs nothing.
 */
export function portIsProbed(sim: Sim, port: number): void {
  const w = sim.world;
  const { portProbe, portProbeBy, probesAllowed, dataPathCheck } = sim.plan.settings;
  const ails = w.port.mute[port] === 1 || (dataPathCheck && w.port.dropsData[port] === 1);
  // A check that was counted at this very instant belongs to a second row of appointments.
  if (portProbe === 'off' || !ails || w.port.offline[port] || w.port.probedAt[port] === sim.now)
    return;
  // Checks keep their beat whenever something begins to ail: at whole multiples of the interval.
  sim.later(portProbe - (sim.now % portProbe), 'port is probed', port);
  const runs = life.serving(w.server.life[w.port.server[port]!]!);
  if (sim.now % portProbe !== 0 || !runs || !portMonitor.probed(w.port.monitor[port]!)) return;
  const inARow = w.port.unanswered[port]! + 1;
  // Where the partner cannot, the driver looks by itself.
  if (portProbeBy === 'partner' && partnerCanProbe(sim, port)) {
    partnerProbes(sim, port, inARow);
    return;
  }
  sim.cause = sim.tell(w.port.mute[port] ? 'port.echo-lost' : 'port.read-lost', port, inARow);
  if (inARow >= probesAllowed) sim.signal('physicalPort', port, 'unanswered');
}

/**
 * Claim 38 as we read it: the port of the partner that is paired with this one sends the ECHO over
 * the fabric, and its server reports over the interconnect that the answers stay out.
 */
function partnerProbes(sim: Sim, port: number, inARow: number): void {
  const { interconnectLatency, probesAllowed } = sim.plan.settings;
  const prober = sim.world.port.pairPort[port]!;
  sim.cause = sim.tell('port.partner-echo-lost', port, prober, inARow);
  if (inARow < probesAllowed) return;
  sim.cause = sim.tell('port.failure-reported', sim.world.port.server[prober]!, port);
  sim.later(interconnectLatency, 'port failure is known', port);
}

/** Whether the partner can check a port and say so; one that is half-open itself accuses nobody. */
function partnerCanProbe(sim: Sim, port: number): boolean {
  const w = sim.world;
  const prober = w.port.pairPort[port]!;
  const partner = w.port.server[prober]!;
  return (
    w.port.light[prober] === 1 &&
    w.port.mute[prober] === 0 &&
    life.serving(w.server.life[partner]!) &&
    !isCutOff(w, prober) &&
    isLinked(sim, partner)
  );
}

/** The server is told that a port of its own does not answer: its driver believes the partner. */
export function portFailureIsKnown(sim: Sim, port: number): void {
  const w = sim.world;
  const server = w.port.server[port]!;
  const ails = w.port.mute[port] === 1 || w.port.dropsData[port] === 1;
  if (isLinked(sim, server) && ails && life.serving(w.server.life[server]!))
    sim.signal('physicalPort', port, 'unanswered');
}

/** A flapping transceiver goes dark or comes back. `start` tells which flapping this is; 0 begins it. */
export function portFlaps(sim: Sim, port: number, start: number): void {
  const w = sim.world;
  const now = w.port.flaps[port]!;
  if (!w.port.flapping[port] || (start !== 0 && start !== now)) return;
  sim.later(Math.max(1, sim.plan.settings.flapPeriod >> 1), 'port flaps', port, now);
  sim.cause = sim.tell('port.blinked', port, w.port.blink[port] ? 0 : 1);
  settleCable(sim, w.port.cable[port]!);
}

export function adapterInitializes(sim: Sim, port: number): void {
  const { adapterReset } = sim.plan.settings;
  sim.later(adapterReset, 'adapter is ready', port, sim.world.port.resets[port]!);
}

/** The adapter’s firmware runs again; its rows of the virtual port database are as they were. */
export function adapterIsReady(sim: Sim, port: number, reset: number): void {
  const w = sim.world;
  if (!w.port.resetting[port] || w.port.resets[port] !== reset) return;
  sim.cause = sim.tell('port.initialized', port);
  settleCable(sim, w.port.cable[port]!);
}
