import { chooseSibling, enableNames, portProgress } from '../portProgress.ts';
import { askPartner, hearsPartner, isAtPartner, tellOut } from '../lodging.ts';
import { lodgesNames } from '../../model/moves.ts';
import { lightBack, settleCable } from '../light.ts';
import { slot as slotState } from '../states.ts';
import type { Sim } from '../sim.ts';
import type { Acts } from './index.ts';

const primary = (sim: Sim, port: number): number => sim.wiring.primary[port]!;
const away = (sim: Sim, port: number): number => sim.wiring.siblingSlot[port]!;

/** The name lodges at the partner, or did: it is not at the sibling. */
const hasLeft = (sim: Sim, port: number): boolean =>
  lodgesNames(sim.plan.settings) && slotState.standby(sim.world.vport.state[away(sim, port)]!);

function ask(sim: Sim, port: number, slot: number, signal: string): void {
  sim.signal('virtualPort', slot, signal);
  portProgress(sim, port);
}

function enableBase(sim: Sim, port: number): void {
  const base = sim.wiring.base[port]!;
  // A port with one name has nothing to sign in with before it.
  if (base === 0 || slotState.active(sim.world.vport.state[base]!))
    sim.signal('physicalPort', port, 'base-online');
  sim.signal('virtualPort', base, 'enable');
  sim.signal('virtualPort', base, 'light-back');
}

function loseLight(sim: Sim, port: number): void {
  for (const slot of sim.wiring.slots[port]!) sim.signal('virtualPort', slot, 'light-lost');
}

/** An older design: the disks of a server leave with the name of its port. */
function handDisksOver(sim: Sim, port: number): void {
  const server = sim.world.port.server[port]!;
  const partner = sim.world.server.partner[server]!;
  for (const disk of sim.wiring.disks[server]!) {
    sim.tell('disk.owner-learned', disk, server, partner);
    sim.tell('disk.owner-changed', disk, server, partner);
  }
}

export const physicalPort: Acts = {
  enableBase,

  enableNames,

  loseLight,

  tellFailed(sim, port) {
    sim.cause = sim.tell('port.failure-detected', port);
    loseLight(sim, port);
  },

  chooseSibling: (sim, port) => sim.signal('physicalPort', port, chooseSibling(sim, port)),

  tellStranded: (sim, port) =>
    void sim.tell(
      sim.wiring.movesNames && !/none|takeover/.test(sim.plan.settings.portMove)
        ? 'port.no-sibling'
        : 'port.name-stays',
      port,
    ),

  takeOffline(sim, port) {
    sim.cause = sim.tell('port.taken-offline', port);
    settleCable(sim, sim.world.port.cable[port]!);
  },

  tellHeldDown: (sim, port) =>
    void sim.tell('port.held-down', port, sim.world.port.failures[port]!),

  tellSteady: (sim, port) => void (sim.cause = sim.tell('port.steady', port)),

  quiescePrimary: (sim, port) => ask(sim, port, primary(sim, port), 'quiesce'),
  disablePrimary: (sim, port) => ask(sim, port, primary(sim, port), 'disable'),
  activateSibling: (sim, port) => ask(sim, port, away(sim, port), 'activate'),
  writeSibling: (sim, port) => ask(sim, port, away(sim, port), 'write'),
  enableSibling: (sim, port) => ask(sim, port, away(sim, port), 'enable'),
  quiesceSibling(sim, port) {
    if (hasLeft(sim, port)) sim.signal('physicalPort', port, 'partner-asked');
    else ask(sim, port, away(sim, port), 'quiesce');
  },
  disableSibling: (sim, port) => ask(sim, port, away(sim, port), 'disable'),

  tellMoved(sim, port) {
    const carrier = hasLeft(sim, port) ? sim.wiring.guestSlot[port]! : away(sim, port);
    const answers = slotState.active(sim.world.vport.state[carrier]!);
    const sibling = sim.world.vport.port[carrier]!;
    sim.cause = sim.tell(answers ? 'port.moved' : 'port.name-unreachable', port, sibling);
    if (sim.plan.settings.portFailover === 'name and disks') handDisksOver(sim, port);
  },

  senseLight(sim, port) {
    const w = sim.world;
    if (!w.port.light[port]) sim.signal('physicalPort', port, 'light-lost');
    else if (!w.port.maintenance[port]) sim.signal('physicalPort', port, lightBack(sim, port));
  },

  tellRecovered: (sim, port) => void sim.tell('port.recovered', port),

  tellUnsteady: (sim, port) => void (sim.cause = sim.tell('port.unsteady', port)),

  enablePrimary(sim, port) {
    enableBase(sim, port);
    enableNames(sim, port);
    portProgress(sim, port);
  },

  askPartner: (sim, port) => askPartner(sim, port, true),

  recallName(sim, port) {
    // A partner that is still asking the fabric for the name must be told as well.
    if (isAtPartner(sim, port) || hearsPartner(sim, port)) askPartner(sim, port, false);
    else tellOut(sim, port);
  },

  senseName(sim, port) {
    if (hasLeft(sim, port) && !isAtPartner(sim, port)) tellOut(sim, port);
  },

  tellReturned: (sim, port) => void sim.tell('port.returned', port),
};
