import { roles } from '../../model/wordLists.ts';
import { loginOf } from '../logins.ts';
import { isEmpty } from '../requests/serve.ts';
import { carryOn, enableNames, portProgress } from '../portProgress.ts';
import { life, monitor, portMonitor, slot as slotState } from '../states.ts';
import { isLodging, letGo, tellHome } from '../lodging.ts';
import { haltedByConflict } from '../conflict.ts';
import { takeoverProgress, tellWhole } from '../takeoverProgress.ts';
import { portsProgress } from '../portProgress.ts';
import type { Sim } from '../sim.ts';
import type { Acts } from './index.ts';

const forPartner = roles.indexOf('PARTNER_SECONDARY');
const forSibling = roles.indexOf('SIBLING_SECONDARY');

/** Lets whoever waits for this slot look again: monitor, port monitors, a server shutting down. */
function progress(sim: Sim, slot: number): void {
  const w = sim.world;
  const port = w.vport.port[slot]!;
  const server = w.port.server[port]!;
  takeoverProgress(sim, server);
  portProgress(sim, port);
  const home = w.vport.port[w.vport.home[slot]!]!;
  if (home !== port && w.port.server[home] === server) portProgress(sim, home);
  portsProgress(sim, server);
}

export const virtualPort: Acts = {
  tellActivated(sim, slot) {
    const w = sim.world;
    sim.cause = sim.tell('vport.initialized', slot, w.vport.home[slot]!);
    const server = w.port.server[w.vport.port[slot]!]!;
    if (sim.plan.settings.orderOfSteps === 'enable before names') sim.tell('vport.enabled', slot);
    const early = w.vport.role[slot] === forPartner && monitor.replaying(w.server.monitor[server]!);
    if (early || isLodging(sim, slot)) sim.signal('virtualPort', slot, 'write');
    progress(sim, slot);
  },

  tellWritten(sim, slot) {
    const w = sim.world;
    const home = w.vport.home[slot]!;
    sim.cause = sim.tell(
      'vport.names-written',
      slot,
      w.vport.nodeName[home]!,
      w.vport.portName[home]!,
    );
    const server = w.port.server[w.vport.port[slot]!]!;
    const early = sim.plan.settings.orderOfSteps === 'serve before replay';
    if (early && w.vport.role[slot] === forPartner && monitor.replaying(w.server.monitor[server]!))
      sim.signal('virtualPort', slot, 'enable');
    if (isLodging(sim, slot)) sim.signal('virtualPort', slot, 'enable');
    progress(sim, slot);
  },

  tellEnabled(sim, slot) {
    const late = sim.plan.settings.orderOfSteps === 'log in before enabling';
    if (late && sim.world.vport.role[slot] === forPartner) return;
    sim.cause = sim.tell('vport.enabled', slot);
  },

  sendLogin(sim, slot) {
    const w = sim.world;
    const port = w.vport.port[slot]!;
    const isBase = sim.wiring.logsPortIn[slot] === 1;
    const ready = isBase || slotState.active(w.vport.state[sim.wiring.base[port]!]!);
    if (!w.port.light[port] || !ready) {
      sim.signal('virtualPort', slot, 'light-lost');
      return;
    }
    const message = sim.freeRow('message', w.message.frame);
    if (message === 0) return;
    const { login, loopInitialization, portTopology } = sim.plan.settings;
    // On a loop each name has an address of its own, which logs in by itself after a LIP.
    const joins = portTopology === 'loop' && !isBase;
    if (joins) sim.cause = sim.tell('port.loop-initialized', port, loopInitialization);
    const travels = login + (joins ? loopInitialization : 0);
    const frame = isBase || joins ? 'fabric.flogi-sent' : 'fabric.fdisc-sent';
    sim.cause = sim.tell(frame, slot, message, travels);
    sim.later(travels, 'fabric is asked to log in', slot, message);
  },

  tellOnline(sim, slot) {
    const w = sim.world;
    let address = 0;
    for (let login = 1; login < w.login.rows; login++) {
      if (w.login.vport[login] === slot) address = w.login.address[login]!;
    }
    sim.cause = sim.tell('vport.online', slot, address);
    const port = w.vport.port[slot]!;
    if (sim.wiring.base[port] === slot) {
      sim.signal('physicalPort', port, 'base-online');
      if (portMonitor.atHome(w.port.monitor[port]!)) enableNames(sim, port);
    }
    if (w.vport.role[slot] === forPartner) tellWhole(sim, w.port.server[port]!);
    if (isLodging(sim, slot)) tellHome(sim, slot, true);
    progress(sim, slot);
  },

  tellRefused(sim, slot) {
    const w = sim.world;
    sim.cause = sim.tell('vport.refused', slot);
    const server = w.port.server[w.vport.port[slot]!]!;
    const first = w.vport.refusals[slot] === 1 && w.vport.role[slot] === forPartner;
    if (first && monitor.loggingIn(w.server.monitor[server]!))
      sim.tell('takeover.stalled', server, w.server.partner[server]!);
    // Refused once more, the name it should lodge is at home again.
    if (w.vport.refusals[slot]! > 1 && isLodging(sim, slot)) letGo(sim, slot);
  },

  tellBarred(sim, slot) {
    sim.cause = sim.tell('vport.barred', slot);
    if (isLodging(sim, slot)) letGo(sim, slot);
    progress(sim, slot);
  },

  tellEvicted(sim, slot) {
    const w = sim.world;
    sim.cause = sim.tell('vport.evicted', slot);
    const server = w.port.server[w.vport.port[slot]!]!;
    // Somebody else answers under its name: are its disks still its own?
    haltedByConflict(sim, server, w.port.server[w.vport.port[w.vport.home[slot]!]!]!);
  },

  tellLinkDown(sim, slot) {
    sim.cause = sim.tell('vport.link-down', slot);
    if (isLodging(sim, slot)) letGo(sim, slot);
    progress(sim, slot);
  },

  tellQuiesced(sim, slot) {
    sim.cause = sim.tell('vport.quiesced', slot);
    if (isEmpty(sim, slot)) sim.signal('virtualPort', slot, 'drained');
  },

  tellDrained(sim, slot) {
    sim.cause = sim.tell('vport.drained', slot);
    if (isLodging(sim, slot)) sim.signal('virtualPort', slot, 'disable');
    progress(sim, slot);
  },

  sendLogout(sim, slot) {
    const w = sim.world;
    const port = w.vport.port[slot]!;
    const login = loginOf(sim, w.port.fabric[port]!, w.vport.portName[slot]!);
    if (login === 0 || w.login.vport[login] !== slot) {
      sim.signal('virtualPort', slot, 'logged-out');
      return;
    }
    // Without light nothing can be said: the fabric logs the name out by itself after R_T_TOV.
    const message = w.port.light[port] ? sim.freeRow('message', w.message.frame) : 0;
    if (message === 0) return;
    const travels = sim.plan.settings.login;
    sim.cause = sim.tell('fabric.logo-sent', slot, message, travels);
    sim.later(travels, 'fabric is told of a logout', slot, message);
  },

  restoreRow(sim, slot) {
    const w = sim.world;
    const secondary = w.vport.home[slot] !== slot;
    if (w.vport.enabled[slot] || (secondary && w.vport.portName[slot])) {
      sim.cause = sim.tell('vport.disabled', slot);
    }
    const port = w.vport.port[slot]!;
    const server = w.port.server[port]!;
    if (isLodging(sim, slot) && life.works(w.server.life[server]!)) tellHome(sim, slot, false);
    const gaveWay = !sim.plan.settings.virtualPorts && slot === sim.wiring.primary[port];
    if (gaveWay && monitor.takingOver(w.server.monitor[server]!))
      sim.cause = sim.tell('vport.names-written', slot, 0, 0);
    if (life.recovering(w.server.life[server]!)) {
      enableNames(sim, port);
      if (w.vport.role[slot] === forSibling) carryOn(sim, w.vport.port[w.vport.home[slot]!]!);
    }
    // It was still logging out when the giveback was broken off.
    if (w.vport.role[slot] === forPartner && monitor.activating(w.server.monitor[server]!))
      sim.signal('virtualPort', slot, 'activate');
    progress(sim, slot);
  },
};
