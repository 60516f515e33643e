import { addressOf } from '../../model/address.ts';
import { roles } from '../../model/wordLists.ts';
import { hasAddressFor, isStillListed, mayTakeName } from '../loginPolicy.ts';
import { entryOf, loginOf, removeEntry, removeLogin } from '../logins.ts';
import { life, pathState, slot as slotState } from '../states.ts';
import { areApart, plugOf } from '../../model/segments.ts';
import { tellWhole } from '../takeoverProgress.ts';
import type { Sim } from '../sim.ts';

const base = roles.indexOf('BASE');

/** The address behind a switch port: the slot is its low byte. */
function addressFor(sim: Sim, switchPort: number, low: number): number {
  const w = sim.world;
  const fabric = w.switchPort.fabric[switchPort]!;
  return addressOf(
    w.fabric.domain[fabric]!,
    w.fabric.rows - 1,
    w.switchPort.number[switchPort]!,
    low,
  );
}

/** The second login wins: whoever held the name loses it, and asks for it again. */
function endFirst(sim: Sim, login: number): void {
  const loser = sim.world.login.vport[login]!;
  removeLogin(sim, login, 'fabric.logged-out', loser);
  sim.signal('virtualPort', loser, 'light-lost');
  sim.later(sim.plan.settings.loginRetry, 'slot asks again', loser);
}

/** A slot whose login the fabric has ended logs in again. */
export const asksAgain = (sim: Sim, slot: number): void =>
  sim.signal('virtualPort', slot, 'light-back');

/** FLOGI or FDISC reaches the login server, which grants an address or refuses a second login. */
export function askedToLogIn(sim: Sim, slot: number, message: number): void {
  const w = sim.world;
  const port = w.vport.port[slot]!;
  const fabric = w.port.fabric[port]!;
  if (w.port.mute[port]) {
    sim.tell('fabric.frame-lost', message, port);
    return;
  }
  sim.tell('fabric.frame-received', message, fabric);
  if (!slotState.loggingIn(w.vport.state[slot]!) || !w.port.light[port]) return;
  const switchPort = w.cable.switchPort[w.port.cable[port]!]!;
  if (!hasAddressFor(sim, slot, switchPort)) {
    sim.signal('virtualPort', slot, 'barred');
    return;
  }
  const holder = loginOf(sim, fabric, w.vport.portName[slot]!);
  if (holder !== 0 && w.login.vport[holder] === slot) {
    // The same virtual port asks again: its old session ends first.
    removeLogin(sim, holder, 'fabric.logged-out', slot);
  } else if (holder === 0 ? isStillListed(sim, slot, fabric) : !mayTakeName(sim, slot, holder)) {
    sim.signal('virtualPort', slot, 'rejected');
    return;
  } else if (holder !== 0 && sim.plan.settings.secondLogin === 'ends the first') {
    endFirst(sim, holder);
  }
  const login = sim.freeRow('login', w.login.fabric);
  if (login === 0) return;
  // A port’s own login has 0 as its low byte, exported or not.
  const low = sim.wiring.logsPortIn[slot] ? 0 : w.vport.slot[slot]!;
  const address = addressFor(sim, switchPort, low);
  sim.cause = sim.tell('fabric.login-accepted', slot, login, address);
  sim.signal('virtualPort', slot, 'accepted');
  if (w.vport.role[slot] !== base) {
    sim.later(sim.plan.settings.login, 'name server registers', login, slot);
  }
}

/** The login registers its names, if it still stands. */
export function registers(sim: Sim, login: number, slot: number): void {
  const w = sim.world;
  if (w.login.fabric[login] === 0 || w.login.vport[login] !== slot) return;
  const standing = entryOf(sim, w.login.fabric[login]!, w.login.portName[login]!);
  const stale = w.nameEntry.stale[standing] === 1;
  if (stale) removeEntry(sim, standing);
  else if (standing !== 0 && w.nameEntry.address[standing] === w.login.address[login]) return;
  const entry = (stale ? 0 : standing) || sim.freeRow('nameEntry', w.nameEntry.fabric);
  if (entry === 0) return;
  sim.cause = sim.tell('name-server.registered', login, entry);
  const late = sim.plan.settings.orderOfSteps === 'log in before enabling';
  if (late && !w.vport.enabled[slot]) sim.tell('vport.enabled', slot);
  sim.signal('fabricNotice', w.login.fabric[login]!, 'changed');
}

/** The name server hears at last that a login has ended, unless the name is back there already. */
export function forgets(sim: Sim, entry: number, address: number): void {
  const { nameEntry } = sim.world;
  if (nameEntry.stale[entry] && nameEntry.address[entry] === address) removeEntry(sim, entry);
}

export function toldOfLogout(sim: Sim, slot: number, message: number): void {
  const w = sim.world;
  const port = w.vport.port[slot]!;
  const fabric = w.port.fabric[port]!;
  if (w.port.mute[port]) {
    sim.tell('fabric.frame-lost', message, port);
    return;
  }
  sim.tell('fabric.frame-received', message, fabric);
  const login = loginOf(sim, fabric, w.vport.portName[slot]!);
  if (login !== 0 && w.login.vport[login] === slot)
    removeLogin(sim, login, 'fabric.logged-out', slot);
  sim.signal('virtualPort', slot, 'logged-out');
}

export function notificationArrives(sim: Sim, message: number): void {
  const w = sim.world;
  const hostPort = w.message.to[message]!;
  const heard = w.hostPort.light[hostPort];
  if (heard && w.hostPort.deaf[hostPort]) {
    sim.cause = sim.tell('rscn.missed', hostPort, message);
    sim.later(sim.plan.settings.rediscovery, 'host looks by itself', hostPort);
  } else sim.tell(heard ? 'rscn.received' : 'rscn.lost', hostPort, message);
}

/** Names that a takeover had logged in where no host was can be reached at last. */
export function isWhole(sim: Sim): void {
  for (let server = 1; server < sim.world.server.rows; server++) tellWhole(sim, server);
}

/** A host that missed a notification finds out in the end: it asks for every name again. */
export function hostLooks(sim: Sim, hostPort: number): void {
  const { hostPort: all } = sim.world;
  if (all.missedAt[hostPort] === 0) return;
  sim.cause = sim.tell('host-port.looks', hostPort);
  if (!all.light[hostPort]) return;
  for (const path of sim.wiring.portPaths[hostPort]!) sim.signal('hostPath', path, 'notified');
}

/** The notification lists the name that this path leads to. */
export function hostIsNotified(sim: Sim, path: number): void {
  const { hostPort } = sim.world;
  const by = sim.world.path.hostPort[path]!;
  if (hostPort.light[by] && hostPort.missedAt[by] !== sim.now)
    sim.signal('hostPath', path, 'notified');
}

export function hostPortAsks(sim: Sim, hostPort: number): void {
  const w = sim.world;
  if (!w.hostPort.light[hostPort]) return;
  const fabric = w.hostPort.fabric[hostPort]!;
  const held = loginOf(sim, fabric, w.hostPort.portName[hostPort]!);
  const login = held || sim.freeRow('login', w.login.fabric);
  if (login === 0) return;
  const address = addressFor(sim, w.cable.switchPort[w.hostPort.cable[hostPort]!]!, 0);
  sim.cause = sim.tell('fabric.host-login-accepted', hostPort, login, address);
  sim.cause = sim.tell('host-port.online', hostPort, address);
  sim.signal('hostPort', hostPort, 'accepted');
}

/** The name server answers a host’s GID_PN. */
export function nameServerAnswers(sim: Sim, path: number, message: number): void {
  const w = sim.world;
  const hostPort = w.path.hostPort[path]!;
  if (w.message.frame[message] === 0) return;
  if (!w.hostPort.light[hostPort]) {
    sim.tell('path.frame-lost', path, message);
    return;
  }
  const fabric = w.hostPort.fabric[hostPort]!;
  const address = addressShown(sim, path);
  sim.cause = sim.tell('name-server.answered', path, message, address);
  if (!pathState.querying(w.path.state[path]!)) return;
  // A host that binds by address has no use for the name at any other one.
  const strange = sim.plan.settings.binding === 'address' && address !== w.path.configured[path];
  if (address !== 0 && strange) sim.cause = sim.tell('path.address-changed', path, address);
  if (address === 0 || strange) {
    if (w.path.address[path] !== 0) sim.cause = sim.tell('path.bound', path, 0);
    sim.signal('hostPath', path, 'name-gone');
    return;
  }
  // A login younger than the host’s session means that the session is gone, whatever the address.
  const login = loginOf(sim, fabric, w.path.portName[path]!);
  const asksAddress = sim.plan.settings.nameQuery === 'GPN_ID';
  if (asksAddress && pathState.checking(w.path.state[path]!) && address === w.path.address[path]) {
    sim.signal('hostPath', path, 'name-listed');
    return;
  }
  const same = address === w.path.address[path] && w.login.at[login]! <= w.path.boundAt[path]!;
  if (pathState.checking(w.path.state[path]!) && same) {
    sim.signal('hostPath', path, 'name-found');
    return;
  }
  sim.cause = sim.tell('path.bound', path, address);
  sim.signal(
    'hostPath',
    path,
    pathState.checking(w.path.state[path]!) ? 'name-moved' : 'name-found',
  );
}

/** Where the name lives, as the name server shows it to this path’s host; 0 nowhere. */
function addressShown(sim: Sim, path: number): number {
  const w = sim.world;
  const fabric = w.hostPort.fabric[w.path.hostPort[path]!]!;
  const address = w.nameEntry.address[entryOf(sim, fabric, w.path.portName[path]!)]!;
  const login = loginOf(sim, fabric, w.path.portName[path]!);
  const apart = areApart(w, plugOf(w, w.path.hostPort[path]!), w.login.switchPort[login]!);
  if (login !== 0 && apart) return 0;
  const hidden =
    sim.plan.settings.zoning === 'port' && !isZonedTo(sim, path, (address >> 8) & 0xff);
  return hidden ? 0 : address;
}

/** A zone by port joins this host port with that switch port, for LUNs that its host uses. */
function isZonedTo(sim: Sim, path: number, area: number): boolean {
  const w = sim.world;
  return sim.wiring.portPaths[w.path.hostPort[path]!]!.some(
    (zoned) =>
      sim.wiring.lunsOnPath[zoned]! > 0 && w.switchPort.number[w.zone.switchPort[zoned]!] === area,
  );
}

/** 1 when the target answers a login of this path, 0 when it refuses, -1 when nobody answers. */
function answerOf(sim: Sim, path: number): number {
  const w = sim.world;
  const fabric = w.hostPort.fabric[w.path.hostPort[path]!]!;
  const login = loginOf(sim, fabric, w.path.portName[path]!);
  const slot = w.login.vport[login]!;
  if (!w.hostPort.light[w.path.hostPort[path]!]) return -1;
  if (!slot || w.login.address[login] !== w.path.address[path]) return 0;
  if (areApart(w, plugOf(w, w.path.hostPort[path]!), w.login.switchPort[login]!)) return -1;
  const port = w.vport.port[slot]!;
  const silent = w.port.mute[port] === 1 || life.hung(w.server.life[w.port.server[port]!]!);
  if (!w.port.light[port] || silent) return -1;
  return slotState.active(w.vport.state[slot]!) ? 1 : 0;
}

function answered(
  sim: Sim,
  path: number,
  message: number,
  fact: 'path.plogi-answered' | 'path.prli-answered',
  expected: boolean,
): void {
  if (sim.world.message.frame[message] === 0) return;
  const answer = answerOf(sim, path);
  if (answer < 0) {
    sim.tell('path.frame-lost', path, message);
    return;
  }
  sim.cause = sim.tell(fact, path, message, answer);
  if (expected) sim.signal('hostPath', path, answer === 1 ? 'accepted' : 'rejected');
}

export const plogiAnswered = (sim: Sim, path: number, message: number): void =>
  answered(
    sim,
    path,
    message,
    'path.plogi-answered',
    pathState.portLogin(sim.world.path.state[path]!),
  );

export const prliAnswered = (sim: Sim, path: number, message: number): void =>
  answered(
    sim,
    path,
    message,
    'path.prli-answered',
    pathState.processLogin(sim.world.path.state[path]!),
  );

/**
 * ADISC at an address where nobody is logged in stays unanswered. Who logged in there since knows
 * nothing of this host, and says so.
 */
export function adiscAnswered(sim: Sim, path: number, message: number): void {
  const w = sim.world;
  if (w.message.frame[message] === 0) return;
  const fabric = w.hostPort.fabric[w.path.hostPort[path]!]!;
  const login = loginOf(sim, fabric, w.path.portName[path]!);
  const answer = w.login.address[login] === w.path.address[path] ? answerOf(sim, path) : -1;
  if (answer < 0) {
    sim.tell('path.frame-lost', path, message);
    return;
  }
  const known = answer === 1 && w.login.at[login]! <= w.path.boundAt[path]!;
  sim.cause = sim.tell('path.adisc-answered', path, message, known ? 1 : 0);
  if (!pathState.verifying(w.path.state[path]!)) return;
  if (!known) sim.cause = sim.tell('path.bound', path, w.path.address[path]!);
  sim.signal('hostPath', path, known ? 'accepted' : 'rejected');
}
