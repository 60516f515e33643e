import { lodgesNames } from '../model/moves.ts';
import { isLinked } from './linked.ts';
import { loginOf } from './logins.ts';
import { life, monitor, portMonitor, slot as slotState, watch } from './states.ts';
import type { Sim } from './sim.ts';

/**
 * A name that lodges: its port has failed, its server runs, and the paired port of the partner
 * carries it. Requests are handed on, so no disk moves (3PAR Persistent Ports, loss_sync). All that one
 * server knows of the other’s slot is what it is told over the interconnect and what the fabric shows.
 */
const serverOf = (sim: Sim, slot: number): number =>
  sim.world.port.server[sim.world.vport.port[slot]!]!;

/** Whether a slot carries, or is about to carry, a name of a partner that runs. */
export const isLodging = (sim: Sim, slot: number): boolean =>
  lodgesNames(sim.plan.settings) &&
  sim.wiring.homeOfGuest[slot] !== 0 &&
  !monitor.holding(sim.world.server.monitor[serverOf(sim, slot)]!);

/** Whether the fabric shows a port’s name at its partner. */
export function isAtPartner(sim: Sim, port: number): boolean {
  const w = sim.world;
  const guest = sim.wiring.guestSlot[port]!;
  if (guest === 0 || !lodgesNames(sim.plan.settings)) return false;
  const login = loginOf(sim, w.port.fabric[port]!, w.vport.portName[sim.wiring.primary[port]!]!);
  return w.login.vport[login] === guest;
}

/** Whether the server of a port and its partner can talk to each other now. */
export function hearsPartner(sim: Sim, port: number): boolean {
  const server = sim.world.port.server[port]!;
  return isLinked(sim, server) && watch.hearing(sim.world.server.watch[server]!);
}

/** Whether a server would ask its partner: it hears it, and neither stands in for the other. */
export function mayLodge(sim: Sim, port: number): boolean {
  const w = sim.world;
  const server = w.port.server[port]!;
  return (
    lodgesNames(sim.plan.settings) &&
    sim.wiring.guestSlot[port] !== 0 &&
    life.serving(w.server.life[server]!) &&
    hearsPartner(sim, port) &&
    monitor.idle(w.server.monitor[server]!)
  );
}

/** A server asks its partner to carry a name, or to let go of it. */
export function askPartner(sim: Sim, port: number, carry: boolean): void {
  const guest = sim.wiring.guestSlot[port]!;
  sim.cause = sim.tell('port.partner-asked', port, sim.world.vport.port[guest]!, carry ? 1 : 0);
  sim.later(sim.plan.settings.interconnectLatency, 'partner is asked', guest, carry ? 1 : 0);
}

/** The partner hears it, if it can hear anything, and begins or refuses. */
export function partnerIsAsked(sim: Sim, slot: number, carry: number): void {
  const w = sim.world;
  const port = w.vport.port[slot]!;
  const server = w.port.server[port]!;
  const state = w.vport.state[slot]!;
  if (!isLinked(sim, server) || !life.works(w.server.life[server]!) || !isLodging(sim, slot))
    return;
  if (!carry) letGo(sim, slot);
  else if (slotState.active(state)) tellHome(sim, slot, true);
  else if (
    life.up(w.server.life[server]!) &&
    monitor.watching(w.server.monitor[server]!) &&
    slotState.standby(state) &&
    w.port.light[port] === 1 &&
    portMonitor.online(w.port.monitor[port]!)
  )
    sim.signal('virtualPort', slot, 'activate');
  else if (slotState.standby(state)) tellHome(sim, slot, false);
}

/** A slot that lodges a name finishes its requests and logs out. */
export function letGo(sim: Sim, slot: number): void {
  const state = sim.world.vport.state[slot]!;
  if (slotState.standby(state)) tellHome(sim, slot, false);
  else sim.signal('virtualPort', slot, slotState.unwritten(state) ? 'disable' : 'quiesce');
}

/** Whoever cannot hand requests on has no use for the names of its partner. */
export function letAllGo(sim: Sim, server: number): void {
  for (const slot of sim.wiring.partnerSlots[server]!)
    if (isLodging(sim, slot) && !slotState.standby(sim.world.vport.state[slot]!)) letGo(sim, slot);
}

/** The partner says that it carries the name, or that it does not. */
export function tellHome(sim: Sim, slot: number, carries: boolean): void {
  const latency = sim.plan.settings.interconnectLatency;
  sim.later(latency, 'home hears of its name', sim.wiring.homeOfGuest[slot]!, carries ? 1 : 0);
}

/** A port hears that its name is nowhere: it takes it, or, still dark, looks for another place. */
export function tellOut(sim: Sim, port: number): void {
  const { light, maintenance } = sim.world.port;
  const well = light[port] === 1 && maintenance[port] === 0;
  sim.signal('physicalPort', port, well ? 'slot-out' : 'name-lost');
}

export function homeHears(sim: Sim, port: number, carries: number): void {
  const w = sim.world;
  const server = w.port.server[port]!;
  if (!isLinked(sim, server) || !life.works(w.server.life[server]!)) return;
  const asks = portMonitor.asking(w.port.monitor[port]!);
  if (!carries && asks) sim.signal('physicalPort', port, 'no-sibling');
  else if (!carries) tellOut(sim, port);
  else if (asks) sim.signal('physicalPort', port, 'name-logged-in');
}
