import { answers, legs } from '../model/schema.ts';
import { transferTime } from '../model/facts/hosts.ts';
import { chance } from './chance.ts';
import { haltedByConflict } from './conflict.ts';
import { loginOf } from './logins.ts';
import { life, monitor, pathState, slot } from './states.ts';
import type { Sim } from './sim.ts';

export const leg = {
  free: legs.indexOf('free'),
  waiting: legs.indexOf('waiting'),
  outbound: legs.indexOf('outbound'),
  serving: legs.indexOf('serving'),
  returning: legs.indexOf('returning'),
  held: legs.indexOf('held'),
  lost: legs.indexOf('lost'),
};

/** Host to switch and switch to server. */
const wire = (sim: Sim): number => 2 * sim.plan.settings.wireHop;

/** The application of a LUN submits its next request, if a path has room for it. */
export function submit(sim: Sim, lun: number, start: number): void {
  const w = sim.world;
  const s = sim.plan.settings;
  const host = w.lun.host[lun]!;
  if (!w.host.running[host] || w.host.starts[host] !== start) return;
  const draw = sim.draw(lun);
  const mean = Math.floor(1_000_000 / s.requestRate);
  sim.later(
    (mean >> 1) + chance(s.seed, 'interval', lun, draw, Math.max(1, mean)),
    'submit',
    lun,
    start,
  );
  const path = nextPath(sim, lun);
  if (path === 0) return;
  const request = sim.freeRow('request', w.request.leg);
  if (request === 0) return;
  const block = w.lun.firstBlock[lun]! + chance(s.seed, 'block', lun, draw, w.lun.blocks[lun]!);
  const size = (s.requestSize >> 1) + chance(s.seed, 'size', lun, draw, s.requestSize) + 1;
  // No application writes a block again before its last write to it was answered.
  const writing = w.block.writer[block] !== 0;
  const reads =
    writing || chance(s.seed, 'direction', lun, draw, 1000) < Math.round(s.readShare * 1000);
  sim.cause = sim.tell('io.submitted', request, path, block, reads ? size : -size);
  if (pathState.open(w.path.state[path]!)) send(sim, request);
}

/** The LUNs of a host whose workload was started take turns to submit. */
export function workloadStarts(sim: Sim, host: number): void {
  const { lun } = sim.world;
  const interval = Math.floor(1_000_000 / sim.plan.settings.requestRate);
  for (let row = 1; row < lun.rows; row++) {
    if (lun.host[row] === host)
      sim.later(
        Math.floor((interval * row) / lun.rows),
        'submit',
        row,
        sim.world.host.starts[host]!,
      );
  }
}

/** The next path in turn that is not given up and has room; 0 when there is none. */
function nextPath(sim: Sim, lun: number): number {
  const w = sim.world;
  const paths = sim.wiring.lunPaths[lun]!;
  const turn = paths.indexOf(w.lun.turn[lun]!);
  const room = (path: number): boolean =>
    w.path.outstanding[path]! < sim.plan.settings.queueDepth * sim.wiring.lunsOnPath[path]!;
  const allGiven = paths.every((path) => pathState.given(w.path.state[path]!));
  for (let i = 1; i <= paths.length; i++) {
    const path = paths[(turn + i) % paths.length]!;
    if ((allGiven || !pathState.given(w.path.state[path]!)) && room(path)) return path;
  }
  return 0;
}

function send(sim: Sim, request: number): void {
  const travels = wire(sim);
  sim.cause = sim.tell('io.sent', request, travels);
  sim.later(travels, 'request arrives', request, sim.world.request.tries[request]!);
}

/** Whether an appointment made for a request’s leg still means this leg. */
const stands = (sim: Sim, request: number, is: number, tries: number): boolean =>
  sim.world.request.leg[request] === is &&
  sim.world.request.tries[request] === tries &&
  sim.world.request.legDue[request] === sim.now;

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
  if (!slot.takesRequests(w.vport.state[vport]!)) {
    refuse(sim, request, vport, 'busy');
    return;
  }
  if (!believesOwner(sim, server, w.request.lun[request]!)) {
    refuse(sim, request, vport, 'not ready');
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

function refuse(sim: Sim, request: number, vport: number, says: (typeof answers)[number]): void {
  const travels = wire(sim);
  sim.cause = sim.tell('io.refused', request, vport, answers.indexOf(says), travels);
  sim.later(travels, 'answer arrives', request, sim.world.request.tries[request]!);
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
  sim.later(wire(sim), 'answer arrives', request, tries);
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

/** The answer is back at the host. */
export function answerArrives(sim: Sim, request: number, tries: number): void {
  const w = sim.world;
  if (!stands(sim, request, leg.returning, tries)) return;
  const path = w.request.path[request]!;
  if (!w.hostPort.light[w.path.hostPort[path]!]) {
    sim.tell('io.lost', request);
    return;
  }
  if (w.request.answer[request] === answers.indexOf('good')) {
    const lun = w.request.lun[request]!;
    const took = Math.min(sim.now - w.request.submittedAt[request]!, 0x7fffffff);
    sim.tell('io.acknowledged', request, lun, w.request.size[request]!, took);
    return;
  }
  sim.cause = sim.tell('io.requeued', request, path);
  sim.later(sim.plan.settings.busyRetry, 'retry', request, tries);
}

/** A request that was told to come again does so. */
export function retry(sim: Sim, request: number, tries: number): void {
  const w = sim.world;
  if (w.request.leg[request] !== leg.waiting || w.request.tries[request] !== tries) return;
  if (pathState.open(w.path.state[w.request.path[request]!]!)) send(sim, request);
}

/** Sends everything that waits at a path which has opened. */
export function sendWaiting(sim: Sim, path: number): void {
  const w = sim.world;
  if (!pathState.open(w.path.state[path]!)) return;
  const cause = sim.cause;
  for (let request = 1; request < w.request.rows; request++) {
    if (w.request.leg[request] !== leg.waiting || w.request.path[request] !== path) continue;
    sim.cause = cause;
    send(sim, request);
  }
}

/** What is out on a blocked path comes back to the host’s queue. */
export function pullBack(sim: Sim, path: number): void {
  const w = sim.world;
  for (let request = 1; request < w.request.rows; request++) {
    const at = w.request.leg[request]!;
    if (at === leg.free || at === leg.waiting || w.request.path[request] !== path) continue;
    sim.tell('io.requeued', request, path);
  }
}

/** What waits at a path that is given up goes to another one, or waits, or fails. */
export function failQueued(sim: Sim, path: number): void {
  const w = sim.world;
  const cause = sim.cause;
  for (let request = 1; request < w.request.rows; request++) {
    if (w.request.leg[request] !== leg.waiting || w.request.path[request] !== path) continue;
    sim.cause = cause;
    const lun = w.request.lun[request]!;
    const other = sim.wiring.lunPaths[lun]!.find((each) => !pathState.given(w.path.state[each]!));
    if (other !== undefined) {
      sim.cause = sim.tell('io.requeued', request, other);
      if (pathState.open(w.path.state[other]!)) send(sim, request);
    } else if (sim.plan.settings.noPathRetry === 'fail') {
      sim.tell('io.failed', request, lun);
    }
  }
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

/** Once a second the hosts look for requests that nobody answers. */
export function commandTimers(sim: Sim): void {
  const w = sim.world;
  sim.later(1_000_000, 'command timers', 1);
  const cause = sim.cause;
  for (let request = 1; request < w.request.rows; request++) {
    const at = w.request.leg[request]!;
    if (at === leg.free || at === leg.waiting) continue;
    if (sim.now - w.request.legAt[request]! < sim.plan.settings.commandTimeout) continue;
    sim.cause = cause;
    const path = w.request.path[request]!;
    sim.cause = sim.tell('io.timed-out', request, path);
    sim.cause = sim.tell('io.requeued', request, path);
    if (pathState.open(w.path.state[path]!)) send(sim, request);
  }
}

/** At a consistency point a running server writes its logged writes to disk. */
export function consistencyPoint(sim: Sim, server: number): void {
  const w = sim.world;
  sim.later(sim.plan.settings.flushInterval, 'consistency point', server);
  if (!life.works(w.server.life[server]!)) return;
  const partner = w.server.partner[server]!;
  flushSet(sim, server, server);
  if (monitor.servesPartner(w.server.monitor[server]!)) flushSet(sim, server, partner);
}

function flushSet(sim: Sim, server: number, home: number): void {
  const w = sim.world;
  if (!sim.wiring.luns[home]!.some((lun) => believesOwner(sim, server, lun))) return;
  let logged = 0;
  for (const lun of sim.wiring.luns[home]!) {
    const first = w.lun.firstBlock[lun]!;
    for (let block = first; block < first + w.lun.blocks[lun]!; block++) {
      logged += server === home ? w.block.homeLog[block]! : w.block.partnerLog[block]!;
    }
  }
  if (logged === 0) return;
  if (!haltedByConflict(sim, server, home)) sim.tell('log.flushed', server, home);
}
