import { transferTime } from '../../model/facts/hosts.ts';
import { answer, leg } from '../../model/wordLists.ts';
import { loginOf } from '../logins.ts';
import { areApart, plugOf } from '../../model/segments.ts';
import { life, slot } from '../states.ts';
import type { Sim } from '../sim.ts';
import { stands, wire } from './send.ts';

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
  if (w.port.dropsData[port]) {
    sim.tell('io.swallowed', request, vport);
    return;
  }
  const open = sim.plan.settings.quiescing ? slot.takesRequests : slot.notYetEmpty;
  if (!open(w.vport.state[vport]!)) {
    refuse(sim, request, vport, answer.busy);
    return;
  }
  if (!believesOwner(sim, server, w.request.lun[request]!)) {
    refuse(sim, request, vport, answer['not ready']);
    return;
  }
  const free = Math.max(w.port.busyUntil[port]!, sim.now);
  const moving = free - sim.now + transferTime(w, port, w.request.size[request]!);
  const fetching = w.request.write[request]
    ? 0
    : 2 * sim.plan.settings.wireHop + sim.plan.settings.diskService;
  const serving = moving + fetching;
  sim.cause = sim.tell('io.arrived', request, vport, serving);
  sim.later(serving, 'request is served', request, tries);
}

function refuse(sim: Sim, request: number, vport: number, says: number): void {
  const travels = wire(sim);
  sim.cause = sim.tell('io.refused', request, vport, says, travels);
  answerLeaves(sim, request, vport);
}

/** The answer is on its way, unless nothing leaves the port. */
function answerLeaves(sim: Sim, request: number, vport: number): void {
  const w = sim.world;
  if (w.port.mute[w.vport.port[vport]!]) sim.tell('io.lost', request);
  else sim.later(wire(sim), 'answer arrives', request, w.request.tries[request]!);
}

/** Whether a server believes that it owns all disks of a LUN. */
export function believesOwner(sim: Sim, server: number, lun: number): boolean {
  const w = sim.world;
  const first = w.lun.firstDisk[lun]!;
  for (let disk = first; disk < first + w.lun.disks[lun]!; disk++) {
    const view = w.disk.home[disk] === server ? w.disk.homeView[disk] : w.disk.partnerView[disk];
    if (view !== server) return false;
  }
  return true;
}

/** The server has done what the request asks; its answer leaves. */
export function requestIsServed(sim: Sim, request: number, tries: number): void {
  const w = sim.world;
  if (!stands(sim, request, leg.serving, tries)) return;
  const vport = w.request.vport[request]!;
  const server = w.port.server[w.vport.port[vport]!]!;
  if (life.hung(w.server.life[server]!)) {
    sim.tell('io.held', request, vport);
    return;
  }
  const block = w.request.block[request]!;
  const own = w.lun.home[w.request.lun[request]!] === server;
  const logged = own ? w.block.homeLog[block]! : w.block.partnerLog[block]!;
  const version = w.request.write[request]
    ? w.request.version[request]!
    : logged || w.block.onDisk[block]!;
  sim.cause = sim.tell('io.served', request, server, version, wire(sim));
  answerLeaves(sim, request, vport);
  if (slot.quiescing(w.vport.state[vport]!) && isEmpty(sim, vport)) {
    sim.signal('virtualPort', vport, 'drained');
  }
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
    if (at !== leg.serving && at !== leg.held) continue;
    if (w.port.server[w.vport.port[w.request.vport[request]!]!] === server)
      sim.tell('io.lost', request);
  }
}
