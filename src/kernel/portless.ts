import { portMonitor, slot } from './states.ts';
import type { Sim } from './sim.ts';

/** Whether a port can carry no name: it or its sibling has failed for good, is held down, or gets no address. */
function isUseless(sim: Sim, port: number): boolean {
  const w = sim.world;
  // A port that only stands by has no name to lose.
  if (w.port.maintenance[port] || sim.wiring.primary[port] === 0) return false;
  const state = w.port.monitor[port]!;
  const dark = !w.port.light[port] && portMonitor.unserved(state);
  const barred = slot.barred(w.vport.state[sim.wiring.primary[port]!]!);
  const carrier = sim.wiring.siblingSlot[port]!;
  // It failed, and so did the sibling that its name went to.
  const lost = portMonitor.away(state) && slot.linkDown(w.vport.state[carrier]!);
  return dark || portMonitor.heldDown(state) || barred || lost;
}

/** The ports of a server that can carry no name, one bit each, the first port lowest. */
export function uselessPorts(sim: Sim, server: number): number {
  let bits = 0;
  for (const [i, port] of sim.wiring.ports[server]!.entries())
    if (isUseless(sim, port)) bits |= 1 << i;
  return bits;
}

/** Whether those are enough ports to hand the names of the server to its partner. */
export function isPortless(sim: Sim, server: number, useless: number): boolean {
  const { portMove, takeoverWithoutPort } = sim.plan.settings;
  // Where no name could move, hosts reach its LUNs through the partner’s ports as they are.
  if (!sim.wiring.movesNames) return false;
  if (portMove === 'takeover') return useless !== 0;
  let all = 0;
  for (const [i, port] of sim.wiring.ports[server]!.entries())
    if (sim.wiring.primary[port] !== 0) all |= 1 << i;
  return takeoverWithoutPort && useless === all;
}

/**
 * Whether a server should take over its partner, whose ports with these bits can carry no name. When
 * its own pair ports are as useless, both see the same loss, and nothing would be won.
 */
export function mayRescue(sim: Sim, server: number, useless: number): boolean {
  const w = sim.world;
  const partner = w.server.partner[server]!;
  if (
    !sim.plan.settings.automaticTakeover ||
    useless === 0 ||
    !isPortless(sim, partner, useless) ||
    !w.server.mirrorInStep[server]
  )
    return false;
  return sim.wiring.ports[partner]!.some((port, i) => {
    const pair = w.port.pairPort[port]!;
    return (useless >> i) & 1 && portMonitor.online(w.port.monitor[pair]!) && w.port.light[pair];
  });
}
