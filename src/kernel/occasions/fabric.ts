import { roles } from '../../model/schema.ts';
import { entryOf, loginOf, removeLogin } from '../logins.ts';
import { life, pathState, slot as slotState } from '../states.ts';
import type { Sim } from '../sim.ts';

const base = roles.indexOf('BASE');
const physical = roles.indexOf('PHYSICAL');

/** The address behind a switch port: domain, area, and the slot as low byte. */
function addressFor(sim: Sim, switchPort: number, low: number): number {
  const w = sim.world;
  const domain = w.fabric.domain[w.switchPort.fabric[switchPort]!]!;
  return (domain << 16) | (w.switchPort.number[switchPort]! << 8) | low;
}

/** Whether a switch port carries as many logins as it may. */
function isFull(sim: Sim, switchPort: number): boolean {
  const { login } = sim.world;
  let logins = 0;
  for (let row = 1; row < login.rows; row++) {
    if (login.fabric[row] !== 0 && login.switchPort[row] === switchPort) logins++;
  }
  return logins >= sim.plan.settings.loginLimit;
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
  sim.tell('fabric.frame-received', message, fabric);
  if (!slotState.loggingIn(w.vport.state[slot]!) || !w.port.light[port]) return;
  const holder = loginOf(sim, fabric, w.vport.portName[slot]!);
  if (holder !== 0 && w.login.vport[holder] === slot) {
    // The same virtual port asks again: its old session ends first.
    removeLogin(sim, holder, 'fabric.logged-out', slot);
  } else if (holder !== 0 && sim.plan.settings.secondLogin === 'refused') {
    sim.cause = sim.tell('fabric.login-rejected', slot, holder);
    sim.signal('virtualPort', slot, 'rejected');
    return;
  } else if (holder !== 0 && sim.plan.settings.secondLogin === 'ends the first') {
    endFirst(sim, holder);
  }
  const switchPort = w.cable.switchPort[w.port.cable[port]!]!;
  if (sim.plan.settings.loginLimitEnforced && isFull(sim, switchPort)) {
    sim.cause = sim.tell('fabric.login-rejected', slot, 0);
    sim.signal('virtualPort', slot, 'rejected');
    return;
  }
  const login = sim.freeRow('login', w.login.fabric);
  if (login === 0) return;
  // A port’s own login has 0 as its low byte, exported or not.
  const low = w.vport.role[slot] === physical ? 0 : w.vport.slot[slot]!;
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
  if (standing !== 0 && w.nameEntry.address[standing] === w.login.address[login]) return;
  const entry = standing || sim.freeRow('nameEntry', w.nameEntry.fabric);
  if (entry === 0) return;
  sim.cause = sim.tell('name-server.registered', login, entry);
  const late = sim.plan.settings.orderOfSteps === 'log in before enabling';
  if (late && !w.vport.enabled[slot]) sim.tell('vport.enabled', slot);
  sim.signal('fabricNotice', w.login.fabric[login]!, 'changed');
}

/** The name server hears of a logout that the fabric kept to itself for a while. */
export function forgets(sim: Sim, entry: number, address: number): void {
  const w = sim.world;
  if (w.nameEntry.fabric[entry] === 0 || w.nameEntry.address[entry] !== address) return;
  const fabric = w.nameEntry.fabric[entry]!;
  const portName = w.nameEntry.portName[entry]!;
  const login = loginOf(sim, fabric, portName);
  if (login !== 0 && w.login.address[login] === address) return;
  sim.cause = sim.tell('name-server.removed', entry, portName);
  sim.signal('fabricNotice', fabric, 'changed');
}

export function toldOfLogout(sim: Sim, slot: number, message: number): void {
  const w = sim.world;
  const fabric = w.port.fabric[w.vport.port[slot]!]!;
  sim.tell('fabric.frame-received', message, fabric);
  const login = loginOf(sim, fabric, w.vport.portName[slot]!);
  if (login !== 0 && w.login.vport[login] === slot)
    removeLogin(sim, login, 'fabric.logged-out', slot);
  sim.signal('virtualPort', slot, 'logged-out');
}

export function notificationArrives(sim: Sim, message: number): void {
  const w = sim.world;
  const hostPort = w.message.to[message]!;
  sim.tell(w.hostPort.light[hostPort] ? 'rscn.received' : 'rscn.lost', hostPort, message);
}

/** The notification lists the name that this path leads to. */
export function hostIsNotified(sim: Sim, path: number): void {
  if (sim.world.hostPort.light[sim.world.path.hostPort[path]!])
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
  const entry = entryOf(sim, fabric, w.path.portName[path]!);
  const address = w.nameEntry.address[entry]!;
  sim.cause = sim.tell('name-server.answered', path, message, address);
  if (!pathState.querying(w.path.state[path]!)) return;
  if (address === 0) {
    if (w.path.address[path] !== 0) sim.cause = sim.tell('path.bound', path, 0);
    sim.signal('hostPath', path, 'name-gone');
    return;
  }
  // A login younger than the host’s session means that the session is gone, whatever the address.
  const login = loginOf(sim, fabric, w.path.portName[path]!);
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

/** 1 when the target answers a login of this path, 0 when it refuses, -1 when nobody answers. */
function answerOf(sim: Sim, path: number): number {
  const w = sim.world;
  const fabric = w.hostPort.fabric[w.path.hostPort[path]!]!;
  const login = loginOf(sim, fabric, w.path.portName[path]!);
  const slot = w.login.vport[login]!;
  if (!w.hostPort.light[w.path.hostPort[path]!]) return -1;
  if (!slot || w.login.address[login] !== w.path.address[path]) return 0;
  const port = w.vport.port[slot]!;
  if (!w.port.light[port] || life.hung(w.server.life[w.port.server[port]!]!)) return -1;
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
