import { legs, roles, takeoverCauses } from '../model/wordLists.ts';
import type { Micros } from '../model/time.ts';
import type { World } from '../model/world.ts';
import { givebackBound, requestBound, retryBound, takeoverBound, undoBound } from './bounds.ts';
import type { Debts, Property, Witness } from './property.ts';
import { reachability } from './reachability.ts';
import { life, monitor, path as pathState, slot as slotState, starved } from './states.ts';
import { allWork, isReadable, reaches } from './storage.ts';

const partnerSecondary = roles.indexOf('PARTNER_SECONDARY');

/** The slots that ask in vain for a name of this server, while it is dark. */
function oweLogins(w: World, debts: Debts, server: number): void {
  for (let slot = 1; slot < w.vport.rows; slot++) {
    const home = w.port.server[w.vport.port[w.vport.home[slot]!]!]!;
    const asks = slotState.asking(w.vport.state[slot]!);
    if (w.vport.role[slot] === partnerSecondary && home === server && asks)
      debts.owe(slot, retryBound(w.plan.settings));
  }
}

/** A name is refused because a server that is dark is still logged in under it. */
function refusedForTheDead(w: World, debts: Debts, slot: number, login: number): void {
  const holder = w.port.server[w.vport.port[w.login.vport[login]!]!]!;
  const dark = login !== 0 && life.dark(w.server.life[holder]!);
  if (w.vport.role[slot] === partnerSecondary && dark && !debts.owes(slot))
    debts.owe(slot, retryBound(w.plan.settings));
}

/** A LUN is at hand: this path is open, and behind it a running server that owns and reaches the disks. */
function atHand(w: World, path: number, lun: number, since: Micros): boolean {
  const settled = pathState.open(w.path.state[path]!) && w.path.since[path]! < since;
  if (!settled) return false;
  for (let slot = 1; slot < w.vport.rows; slot++) {
    if (w.vport.portName[slot] !== w.path.portName[path]) continue;
    if (!slotState.active(w.vport.state[slot]!) || w.vport.since[slot]! >= since) continue;
    const server = w.port.server[w.vport.port[slot]!]!;
    const runs = life.up(w.server.life[server]!) && w.server.lifeSince[server]! < since;
    const usable = isReadable(w, lun) && reaches(w, server, w.lun.home[lun]!);
    if (runs && usable && w.disk.owner[w.lun.firstDisk[lun]!] === server) return true;
  }
  return false;
}

/** A request is old although its LUN has been at hand all the time. */
function unended(w: World, at: Micros): Witness {
  const since = at - requestBound(w.plan.settings);
  for (let request = 1; request < w.request.rows; request++) {
    if (w.request.leg[request] === legs.indexOf('free')) continue;
    if (w.request.submittedAt[request]! >= since) continue;
    const path = w.request.path[request]!;
    if (atHand(w, path, w.request.lun[request]!, since)) return [request, path];
  }
  return null;
}

/** From now on requests that were stuck have their time. */
const lookLater = (w: World, debts: Debts): void => debts.owe(1, requestBound(w.plan.settings));

/** A takeover that has failed is not undone, though all disks are there to be returned. */
function notUndone(w: World, server: number): boolean {
  const partner = w.server.partner[server]!;
  const undoing = monitor.undoing(w.server.monitor[server]!);
  return undoing && reaches(w, server, partner) && allWork(w, partner);
}

/**
 * A takeover for silence although the partner runs, has run since it was last heard, and has time
 * to say so.
 */
function needless(w: World, server: number, partner: number): Witness {
  const silence = w.server.takeoverCause[server] === takeoverCauses.indexOf('no heartbeat');
  const runs =
    life.up(w.server.life[partner]!) && w.server.lifeSince[partner]! <= w.server.heardAt[server]!;
  return silence && runs && !starved(w.server.pulse[partner]!) ? [server, partner] : null;
}

/**
 * How often a name may move within ten minutes when nobody does anything: between servers, and
 * between the ports of one. A giveback is damped by one mechanism, a flapping port by another.
 */
const movesAllowed = 3;
const window: Micros = 600_000_000;

/** Where it is kept, by primary: the slot that last logged in, moves counted, the first of them. */
const carrierOf = (w: World, home: number): number => w.vport.rows + home;
type Way = 'between servers' | 'between ports';
const movesOf = (w: World, way: Way, home: number): number =>
  (way === 'between servers' ? 2 : 4) * w.vport.rows + home;
const fromOf = (w: World, way: Way, home: number): number => movesOf(w, way, home) + w.vport.rows;

/** Which way a name moves that changes from one slot to another. */
function wayOf(w: World, from: number, to: number): Way {
  const serverOf = (slot: number): number => w.port.server[w.vport.port[slot]!]!;
  return serverOf(from) === serverOf(to) ? 'between ports' : 'between servers';
}

/** A name that is away when a person does something may go home besides: that was begun before. */
function forgetMoves(w: World, debts: Debts): void {
  for (let home = 1; home < w.vport.rows; home++) {
    const carrier = debts.recall(carrierOf(w, home)) || home;
    for (const way of ['between servers', 'between ports'] as const) {
      const pending = carrier !== home && wayOf(w, carrier, home) === way;
      debts.note(movesOf(w, way, home), pending ? -1 : 0);
    }
  }
}

/** A name that logs in from another virtual port than last time has moved. */
function countMove(w: World, debts: Debts, slot: number): void {
  const home = w.vport.home[slot]!;
  const last = debts.recall(carrierOf(w, home)) || home;
  if (slot === last) return;
  debts.note(carrierOf(w, home), slot);
  const way = wayOf(w, last, slot);
  const recent = debts.now - debts.recall(fromOf(w, way, home)) <= window;
  const before = recent ? debts.recall(movesOf(w, way, home)) : 0;
  if (before <= 0) debts.note(fromOf(w, way, home), debts.now);
  debts.note(movesOf(w, way, home), before + 1);
  if (before + 1 > movesAllowed) debts.owe(home, 0);
}

export const livenessProperties: readonly Property[] = [
  reachability,
  {
    id: 'L2',
    group: null,
    sentence:
      'Once a hung server is reset or has halted, its names are accepted elsewhere within one retry of the login.',
    source: 'Claim 1',
    witnesses: ['vport'],
    debtors: (w) => w.vport.rows - 1,
    owes: {
      'command.given': (w, debts) => debts.postponeAll(retryBound(w.plan.settings)),
      'server.reset': oweLogins,
      'server.halted': oweLogins,
      'server.stood-down': oweLogins,
      'fabric.login-rejected': refusedForTheDead,
      'fabric.login-accepted': (_w, debts, slot) => debts.settle(slot),
      'vport.disabled': (_w, debts, slot) => debts.settle(slot),
      'vport.link-down': (_w, debts, slot) => debts.settle(slot),
    },
    overdue: (w, slot) => (slotState.asking(w.vport.state[slot]!) ? [slot] : null),
  },
  {
    id: 'L3',
    group: null,
    sentence:
      'Where giveback is automatic and nothing forbids it, a server that waits for its disks gets them after the delay that was set. Owed until somebody does something else.',
    source: 'Claims 29, 30',
    witnesses: ['server', 'server'],
    debtors: (w) => w.server.rows - 1,
    owes: {
      'command.given': (_w, debts) => debts.settleAll(),
      'partner.waits': (w, debts, server) => {
        const delay = w.plan.settings.automaticGiveback;
        if (delay !== 'off') debts.owe(server, delay + givebackBound(w.plan.settings));
      },
      // What forbids it is for people to mend; meanwhile it asks again at each delay.
      'giveback.vetoed': (w, debts, server) => {
        const delay = w.plan.settings.automaticGiveback;
        if (delay !== 'off' && debts.owes(server))
          debts.owe(server, delay + givebackBound(w.plan.settings));
      },
      'giveback.completed': (_w, debts, server) => debts.settle(server),
    },
    overdue: (w, server) =>
      monitor.returning(w.server.monitor[server]!) ? [server, w.server.partner[server]!] : null,
  },
  {
    id: 'L4',
    group: null,
    sentence:
      'Every request is answered or failed, as long as a server that owns its LUN and can read it answers under its name.',
    source: 'Claim 8',
    witnesses: ['request', 'path'],
    debtors: (w) => (w.request.rows > 1 ? 1 : 0),
    owes: { 'shelf.mended': lookLater, 'disk.replaced': lookLater, 'disk.rebuilt': lookLater },
    // A look at every answer would cost more than the answer.
    every: (s) => s.commandTimeout,
    overdue: (w, _row, at) => unended(w, at),
  },
  {
    id: 'L5',
    group: null,
    sentence:
      'A takeover that has started is completed, or fails and is undone, within the time that its steps take, counted from the last thing that a person did.',
    source: 'Claim 1',
    witnesses: ['server', 'server'],
    debtors: (w) => w.server.rows - 1,
    owes: {
      'command.given': (w, debts) => debts.postponeAll(takeoverBound(w.plan.settings)),
      'takeover.started': (w, debts, server) => debts.owe(server, takeoverBound(w.plan.settings)),
      'takeover.completed': (_w, debts, server) => debts.settle(server),
      'takeover.failed': (w, debts, server) => debts.owe(server, undoBound(w.plan.settings)),
    },
    overdue: (w, server) =>
      monitor.takingOver(w.server.monitor[server]!) || notUndone(w, server)
        ? [server, w.server.partner[server]!]
        : null,
  },
  {
    id: 'L6',
    group: null,
    sentence:
      'Within ten minutes after the last thing that a person did, no name moves more than three times between servers, or between the ports of one, and once home besides if it was away.',
    source: 'Claims 36, 39',
    witnesses: ['vport'],
    debtors: (w) => 6 * w.vport.rows,
    owes: { 'command.given': forgetMoves, 'fabric.login-accepted': countMove },
    overdue: (_w, home) => [home],
  },
  {
    id: 'L7',
    group: null,
    sentence:
      'A partner that has been running all the time, with time for its heartbeats, is not taken over for its silence.',
    source: 'Claims 2, 28',
    witnesses: ['server', 'server'],
    on: { 'takeover.started': needless },
  },
];
