import { attentionBit } from '../../model/attention.ts';
import { answer, leg } from '../../model/wordLists.ts';
import { loginOf } from '../logins.ts';
import { haltedByConflict } from '../conflict.ts';
import { areApart, plugOf } from '../../model/segments.ts';
import { isReadable, reaches } from '../shelves.ts';
import { health, life, monitor, slot } from '../states.ts';
import { isLinked } from '../linked.ts';
import type { Sim } from '../sim.ts';
import { forward, forwardedTo, gateOf, handsOn, isBetween } from './forward.ts';
import { servingTime, stands, wire } from './send.ts';

/** A request reaches the port that the fabric says its address is at. */
export function requestArrives(sim: Sim, request: number, tries: number): void {
  const w = sim.world;
  if (!stands(sim, request, leg.outbound, tries)) return;
  const path = w.request.path[request]!;
  const login = loginOf(sim, w.hostPort.fabric[w.path.hostPort[path]!]!, w.path.portName[path]!);
  const vport = w.login.vport[login]!;
  const port = w.vport.port[vport]!;
  const server = w.port.server[port]!;
  const hostLit = w.hostPort.light[w.path.hostPort[path]!];
  if (
    !vport ||
    w.login.address[login] !== w.path.address[path] ||
    areApart(w, plugOf(w, w.path.hostPort[path]!), w.login.switchPort[login]!) ||
    !w.port.light[port] ||
    !hostLit
  ) {
    sim.tell('io.lost', request);
    return;
  }
  const state = w.server.life[server]!;
  if (life.hung(state)) {
    sim.tell('io.held', request, vport);
    return;
  }
  takeIn(sim, request, vport, tries);
}

/** A server that works takes a request in, or says why not. */
function takeIn(sim: Sim, request: number, vport: number, tries: number): void {
  const w = sim.world;
  const port = w.vport.port[vport]!;
  const server = w.port.server[port]!;
  if (w.port.dropsData[port]) {
    sim.tell('io.swallowed', request, vport);
    return;
  }
  const open = sim.plan.settings.quiescing ? slot.takesRequests : slot.notYetEmpty;
  if (!open(w.vport.state[vport]!)) {
    refuse(sim, request, vport, answer.busy);
    return;
  }
  const lun = w.request.lun[request]!;
  const online = w.lun.home[lun] === server || servesPartner(sim, server);
  if (w.path.attention[w.request.path[request]!]! & attentionBit(lun)) {
    refuse(sim, request, vport, answer['unit attention']);
    return;
  }
  if (!online && handsOn(sim, server, lun) && !isBetween(sim, server)) {
    if (isLinked(sim, server)) forward(sim, request, vport, tries);
    else refuse(sim, request, vport, answer['not accessible']);
    return;
  }
  const owned = online && believesOwner(sim, server, lun);
  if (!owned || !isServable(sim, server, lun)) {
    refuse(sim, request, vport, answer[owned ? 'no disks' : 'not ready']);
    return;
  }
  const serving = servingTime(sim, request, port);
  sim.cause = sim.tell('io.arrived', request, vport, serving);
  sim.later(serving, 'request is served', request, tries);
}

function refuse(sim: Sim, request: number, vport: number, says: number): void {
  const travels = wire(sim);
  sim.cause = sim.tell('io.refused', request, vport, says, travels);
  answerLeaves(sim, request, vport);
}

/** The answer is on its way, unless nothing leaves the port. @param travels how long it is, µs */
function answerLeaves(sim: Sim, request: number, vport: number, travels = wire(sim)): void {
  const w = sim.world;
  if (w.port.mute[w.vport.port[vport]!]) sim.tell('io.lost', request);
  else sim.later(travels, 'answer arrives', request, w.request.tries[request]!);
}

/** A partner’s LUNs are online from the end of the replay to the start of the giveback. */
function servesPartner(sim: Sim, server: number): boolean {
  const state = sim.world.server.monitor[server]!;
  const early = sim.plan.settings.orderOfSteps === 'serve before replay';
  return monitor.servesPartner(state) || (early && monitor.replaying(state));
}

/** Whether a server believes that it owns all disks of a LUN. */
export function believesOwner(sim: Sim, server: number, lun: number): boolean {
  const w = sim.world;
  const first = w.lun.firstDisk[lun]!;
  for (let disk = first; disk < first + w.lun.disks[lun]!; disk++) {
    const view = w.disk.home[disk] === server ? w.disk.homeView[disk] : w.disk.partnerView[disk];
    if (view !== server && health.working(w.disk.health[disk]!)) return false;
  }
  return true;
}

/** The server has done what the request asks; its answer leaves. */
export function requestIsServed(sim: Sim, request: number, tries: number): void {
  const w = sim.world;
  const forwarded = stands(sim, request, leg.forwarded, tries);
  if (!forwarded && !stands(sim, request, leg.serving, tries)) return;
  const vport = w.request.vport[request]!;
  const gate = gateOf(sim, request);
  if (life.hung(w.server.life[gate]!)) {
    sim.tell('io.held', request, vport);
    return;
  }
  const block = w.request.block[request]!;
  const lun = w.request.lun[request]!;
  const server = forwarded ? w.lun.home[lun]! : gate;
  const own = w.lun.home[lun] === server;
  const linked = !forwarded || isLinked(sim, gate);
  const state = w.server.life[server]!;
  // Nobody answers the gate; it keeps the request until its partner is back or taken over.
  if (forwarded && linked && !life.serving(state) && !life.shuttingDown(state)) return;
  const serves = own
    ? !forwarded || life.serving(state)
    : servesPartner(sim, server) && believesOwner(sim, server, lun);
  if (!linked || !serves || !isServable(sim, server, lun)) {
    refuse(
      sim,
      request,
      vport,
      answer[!linked ? 'not accessible' : serves ? 'no disks' : 'not ready'],
    );
    afterRequest(sim, vport);
    return;
  }
  if (own && isPutOut(sim, server, w.request.write[request] === 1)) return;
  const logged = own ? w.block.homeLog[block]! : w.block.partnerLog[block]!;
  const version = w.request.write[request]
    ? w.request.version[request]!
    : logged || w.block.onDisk[block]!;
  const travels = wire(sim) + (forwarded ? sim.plan.settings.interconnectLatency : 0);
  sim.cause = sim.tell('io.served', request, server, version, travels);
  answerLeaves(sim, request, vport, travels);
  afterRequest(sim, vport);
}

/** A slot that lets go of its names has done so with its last request. */
function afterRequest(sim: Sim, vport: number): void {
  if (slot.quiescing(sim.world.vport.state[vport]!) && isEmpty(sim, vport))
    sim.signal('virtualPort', vport, 'drained');
}

/** Whether the disks of a LUN can be used from this server: no write is taken that has no way out. */
const isServable = (sim: Sim, server: number, lun: number): boolean =>
  reaches(sim, server, sim.world.lun.home[lun]!) && isReadable(sim, lun);

/**
 * Whether a server finds, as it serves, that its partner has taken its disks: the disks refuse it,
 * or its partner no longer takes the copy of its log and the mailbox says why. It then halts.
 */
function isPutOut(sim: Sim, server: number, writes: boolean): boolean {
  if (haltedByConflict(sim, server, server)) return true;
  const partner = sim.world.server.partner[server]!;
  if (!writes || !sim.world.server.logMirrored[server]) return false;
  if (!monitor.fencing(sim.world.server.monitor[partner]!)) return false;
  sim.cause = sim.tell('server.stood-down', server, partner);
  sim.signal('server', server, 'conflict');
  return true;
}

/** A server that goes on where it stood takes in what got stuck in it. */
export function serveHeld(sim: Sim, server: number): void {
  const w = sim.world;
  for (let request = 1; request < w.request.rows; request++) {
    const vport = w.request.vport[request]!;
    if (w.request.leg[request] !== leg.held || gateOf(sim, request) !== server) continue;
    takeIn(sim, request, vport, w.request.tries[request]!);
  }
  handOnAgain(sim, server);
}

/** The LUNs of `home` are on line, there or at its partner: who keeps requests for them tries again. */
export function handOnAgain(sim: Sim, home: number): void {
  for (const request of forwardedTo(sim, home))
    takeIn(sim, request, sim.world.request.vport[request]!, sim.world.request.tries[request]!);
}

/** The interconnect broke: what was handed on and not answered is refused. */
export function refuseForwarded(sim: Sim, home: number): void {
  for (const request of forwardedTo(sim, home))
    refuse(sim, request, sim.world.request.vport[request]!, answer['not accessible']);
}

/** No request is being served through this slot. */
export function isEmpty(sim: Sim, vport: number): boolean {
  const { request } = sim.world;
  for (let row = 1; row < request.rows; row++) {
    if (request.vport[row] === vport && request.leg[row] === leg.serving) return false;
  }
  return true;
}

/** A dying server loses what it was serving, and what was on its way into it. */
export function loseRequestsIn(sim: Sim, server: number): void {
  const w = sim.world;
  for (let request = 1; request < w.request.rows; request++) {
    const at = w.request.leg[request]!;
    if (at !== leg.serving && at !== leg.held && at !== leg.forwarded) continue;
    if (gateOf(sim, request) === server) sim.tell('io.lost', request);
  }
}
