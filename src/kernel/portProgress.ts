import { stateOf } from '../charts/index.ts';
import { usesSibling } from '../model/moves.ts';
import { refusingDisk } from './conflict.ts';
import { isAtPartner, mayLodge } from './lodging.ts';
import { life, portMonitor, slot } from './states.ts';
import type { Sim } from './sim.ts';

/** Where the name of a failed port can move right now, as its port monitor is told. */
export const chooseSibling = (sim: Sim, port: number): string =>
  isSiblingReady(sim, port)
    ? 'sibling-ready'
    : mayLodge(sim, port)
      ? 'partner-asked'
      : 'no-sibling';

function isSiblingReady(sim: Sim, port: number): boolean {
  const w = sim.world;
  const sibling = w.port.sibling[port]!;
  const away = sim.wiring.siblingSlot[port]!;
  return (
    usesSibling(w.plan.settings) &&
    sibling !== 0 &&
    away !== 0 &&
    life.serving(w.server.life[w.port.server[port]!]!) &&
    w.port.light[sibling] === 1 &&
    portMonitor.online(w.port.monitor[sibling]!) &&
    slot.standby(w.vport.state[away]!)
  );
}

/** Enables what should be logged in on a port whose base login stands. */
export function enableNames(sim: Sim, port: number): void {
  const w = sim.world;
  const base = sim.wiring.base[port]!;
  if (base !== 0 && !slot.active(w.vport.state[base]!)) return;
  const server = w.port.server[port]!;
  // A server that slept through its partner’s takeover brings no name out.
  const early = sim.plan.settings.orderOfSteps === 'names home before disks';
  const mine = early || refusingDisk(sim, server, server) === 0;
  const serving = mine && life.serving(w.server.life[server]!);
  for (const row of sim.wiring.slots[port]!) {
    if (row === base) continue;
    if (slot.linkDown(w.vport.state[row]!)) sim.signal('virtualPort', row, 'light-back');
    const primary = row === sim.wiring.primary[port];
    const away = sim.wiring.siblingSlot[port]!;
    const carried = away !== 0 && !slot.standby(w.vport.state[away]!);
    if (!primary || !serving || carried) continue;
    if (isAtPartner(sim, port)) {
      sim.signal('physicalPort', port, 'partner-asked');
      continue;
    }
    if (slot.standby(w.vport.state[row]!)) sim.signal('virtualPort', row, 'enable');
    // Its server had begun to shut down and stays.
    if (slot.quiesced(w.vport.state[row]!)) sim.signal('virtualPort', row, 'activate');
  }
}

/** It sees no light, or is taken out of service. */
const isOut = (sim: Sim, port: number): boolean =>
  !sim.world.port.light[port] || sim.world.port.maintenance[port] === 1;

/** Enables the primaries of a server that has its disks; a dark port may move its name instead. */
export function enablePrimaries(sim: Sim, server: number): void {
  const w = sim.world;
  for (const port of sim.wiring.ports[server]!) {
    const state = w.port.monitor[port]!;
    const primary = sim.wiring.primary[port]!;
    // Its server had begun to shut down and stays, and its light went out meanwhile.
    if (!w.port.light[port] && slot.quiesced(w.vport.state[primary]!))
      sim.signal('virtualPort', primary, 'disable');
    if (portMonitor.online(state) || portMonitor.comingHome(state)) enableNames(sim, port);
    else if (portMonitor.unserved(state) && isOut(sim, port))
      sim.signal('physicalPort', port, 'start');
    else carryOn(sim, port);
  }
}

/**
 * The name of this port was at a sibling, or on its way there, when its server began to shut down;
 * the server stays. The sibling takes requests again, or takes the name anew.
 */
export function carryOn(sim: Sim, port: number): void {
  const w = sim.world;
  const carrier = sim.wiring.siblingSlot[port]!;
  const state = w.port.monitor[port]!;
  if (carrier === 0 || portMonitor.returnDraining(state) || isAtPartner(sim, port)) return;
  if (slot.quiesced(w.vport.state[carrier]!)) sim.signal('virtualPort', carrier, 'activate');
  else if (slot.standby(w.vport.state[carrier]!)) sim.signal('physicalPort', port, 'name-lost');
}

/** Tells a port monitor when the slot it waits for is where it should be. */
export function portProgress(sim: Sim, port: number): void {
  const w = sim.world;
  const state = w.port.monitor[port]!;
  const primary = w.vport.state[sim.wiring.primary[port]!]!;
  const away = w.vport.state[sim.wiring.siblingSlot[port]!]!;
  const tell = (signal: string): void => sim.signal('physicalPort', port, signal);
  if (portMonitor.draining(state) && !slot.busy(primary)) tell('slot-drained');
  else if (portMonitor.leaving(state) && slot.standby(primary)) tell('slot-out');
  else if (portMonitor.activating(state) && !slot.preparing(away)) tell('slot-active');
  else if (portMonitor.writing(state) && !slot.unwritten(away)) tell('name-written');
  else if (portMonitor.loggingIn(state) && slot.settled(away)) tell('name-logged-in');
  else if (portMonitor.returnDraining(state) && !slot.busy(away)) tell('slot-drained');
  else if (portMonitor.returnLeaving(state) && slot.standby(away)) tell('slot-out');
  else if (portMonitor.comingHome(state) && slot.homecome(primary)) tell('name-logged-in');
}

/** Tells a server’s life when all its ports are drained, logged out, or logged in again. */
export function portsProgress(sim: Sim, server: number): void {
  const w = sim.world;
  const path = stateOf('server', w.server.life[server]!);
  if (path === 'up') return;
  const slots = sim.wiring.ports[server]!.flatMap((port) =>
    sim.wiring.slots[port]!.filter((row) => row !== sim.wiring.base[port]),
  );
  const every = (is: (configuration: number) => boolean): boolean =>
    slots.every((row) => is(w.vport.state[row]!));
  if (path === 'shuttingDown.draining' && every((state) => !slot.busy(state))) {
    sim.signal('server', server, 'ports-drained');
  } else if (path === 'shuttingDown.loggingOut' && every(slot.standby)) {
    sim.signal('server', server, 'ports-out');
  } else if (
    path === 'recovering' &&
    sim.wiring.ports[server]!.every((port) => isServed(sim, port))
  ) {
    sim.signal('server', server, 'ports-online');
  }
}

/** A port’s name, if it has one, is logged in, or cannot be: no light, no address, or on purpose. */
function isServed(sim: Sim, port: number): boolean {
  const w = sim.world;
  const away = sim.wiring.siblingSlot[port]!;
  return (
    sim.wiring.primary[port] === 0 ||
    slot.active(w.vport.state[sim.wiring.primary[port]!]!) ||
    slot.barred(w.vport.state[sim.wiring.primary[port]!]!) ||
    slot.barred(w.vport.state[away]!) ||
    portMonitor.heldDown(w.port.monitor[port]!) ||
    // The sibling that took the name over may have gone dark itself since.
    (away !== 0 && (slot.active(w.vport.state[away]!) || slot.linkDown(w.vport.state[away]!))) ||
    isAtPartner(sim, port) ||
    (isOut(sim, port) && (away === 0 || slot.standby(w.vport.state[away]!)))
  );
}
