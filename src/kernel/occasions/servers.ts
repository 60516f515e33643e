import { takeoverCauses, inhibitions } from '../../model/wordLists.ts';
import { isWhole, reaches, shelfOf } from '../shelves.ts';
import { inhibitionOf, orderedCauses, whyNot } from '../permissions.ts';
import { says } from '../acts/heartbeat.ts';
import { letAllGo } from '../lodging.ts';
import { mayRescue } from '../portless.ts';
import { refuseForwarded } from '../requests/serve.ts';
import { synchronizeMirror } from '../mirror.ts';
import { life, monitor, watch } from '../states.ts';
import { holdsTheLog } from '../taken.ts';
import { isLinked } from '../linked.ts';
import type { Sim } from '../sim.ts';

/** The partner sees fewer of its shelves or has fewer usable ports: it should hand them over. */
export function impairedIsHeard(sim: Sim, hearer: number, said: number): void {
  const w = sim.world;
  const partner = w.server.partner[hearer]!;
  const able = life.up(w.server.life[hearer]!) && monitor.idle(w.server.monitor[hearer]!);
  if (!sim.plan.settings.automaticTakeover || !able) return;
  const noDisks = (said & says.noDisks) !== 0;
  if (!noDisks && !mayRescue(sim, hearer, said >> says.bits)) return;
  if (whyNot(sim, hearer) !== 'none' || !isWhole(sim, partner)) return;
  const why = takeoverCauses.indexOf(noDisks ? 'shelf path lost' : 'no port left');
  sim.cause = sim.tell('partner.impaired', hearer, partner, why);
  sim.signal('failoverMonitor', hearer, 'partner-impaired');
}

export function panicPacketArrives(sim: Sim, message: number): void {
  const w = sim.world;
  const hearer = w.message.to[message]!;
  const whole = isLinked(sim, hearer);
  if (!whole || watch.off(w.server.watch[hearer]!)) {
    sim.tell('panic-packet.lost', hearer, message);
    return;
  }
  sim.cause = sim.tell('panic-packet.heard', hearer, message);
  sim.signal('failoverMonitor', hearer, 'partner-failed');
}

export function shutdownIsOrdered(sim: Sim, server: number): void {
  const w = sim.world;
  if (!isLinked(sim, server)) return;
  // An order that was long on its way finds a server that has other things to do, or none.
  if (monitor.watching(w.server.monitor[server]!)) sim.signal('server', server, 'shut-down');
  // A server that waits for its disks serves nothing that could be ended in order.
  if (life.waiting(w.server.life[server]!)) {
    const partner = w.server.partner[server]!;
    sim.later(sim.plan.settings.interconnectLatency, 'shutdown is known', partner);
  }
}

export function shutdownIsKnown(sim: Sim, server: number): void {
  if (!isLinked(sim, server)) return;
  // What made the takeover safe may have broken since it was ordered: then it decides anew.
  const safe = inhibitionOf(sim, server) === 'none';
  sim.signal('failoverMonitor', server, safe ? 'partner-shut-down' : 'partner-failed');
}

/** The home server is told that its disks are its own again. */
export function disksAreBack(sim: Sim, server: number): void {
  if (!isLinked(sim, server)) return;
  // Without a path to them it looks again later.
  if (!reaches(sim, server, server)) return;
  sim.signal('server', server, logIsObsolete(sim, server) ? 'disks-returned' : 'disks-mine');
}

/** A log that the partner has replayed since this server last served is obsolete. */
const logIsObsolete = (sim: Sim, server: number): boolean =>
  holdsTheLog(sim, sim.world.server.partner[server]!);

/** A server that boots or waits has read the mailbox and its disks’ labels. */
export function homeHasReadMailbox(sim: Sim, server: number): void {
  const w = sim.world;
  const s = sim.plan.settings;
  if (!reaches(sim, server, server)) {
    sim.cause = sim.tell('shelf.out-of-reach', server, shelfOf(sim, server));
    sim.signal('server', server, 'disks-elsewhere');
    return;
  }
  if (w.shelf.mailboxUnreadable[shelfOf(sim, server)]) {
    sim.cause = sim.tell('mailbox.unreadable', server, server);
    sim.signal('server', server, 'disks-elsewhere');
    return;
  }
  sim.cause = sim.tell('mailbox.read', server);
  const partner = w.server.partner[server]!;
  if (!s.mailbox) {
    sim.signal('server', server, 'disks-mine');
    return;
  }
  const free = sim.wiring.disks[server]!.every(
    (disk) =>
      w.disk.owner[disk] === server &&
      (w.disk.reservation[disk] === 0 || w.disk.reservation[disk] === server) &&
      w.disk.taker[disk] === 0,
  );
  const fresh = sim.now - w.server.stampAt[partner]! <= s.heartbeatInterval * s.missesAllowed;
  const wanted = w.server.intent[partner] === 1 && fresh;
  const replayed = logIsObsolete(sim, server);
  if (!free || (wanted && !replayed)) sim.signal('server', server, 'disks-elsewhere');
  else sim.signal('server', server, replayed ? 'disks-returned' : 'disks-mine');
}

/** The survivor has read the mailbox: may it take its partner over? */
export function survivorHasReadMailbox(sim: Sim, server: number): void {
  const w = sim.world;
  // It may have died, or heard its partner again, while it read.
  if (!monitor.deciding(w.server.monitor[server]!)) return;
  const partner = w.server.partner[server]!;
  const why = inhibitionOf(sim, server);
  // After a takeover that was undone, or an order that nobody obeyed, the partner may well live.
  const cause = takeoverCauses[w.server.takeoverCause[server]!]!;
  const believed = cause === 'none' || orderedCauses.includes(cause);
  if (why !== 'none' && believed && watch.hearing(w.server.watch[server]!)) {
    sim.signal('failoverMonitor', server, 'heard');
    return;
  }
  sim.cause =
    why === 'partner mailbox not readable'
      ? sim.tell('mailbox.unreadable', server, partner)
      : sim.tell('mailbox.read', server);
  if (why !== 'none') {
    const number = inhibitions.indexOf(why);
    if (cause === 'forced') {
      sim.cause = sim.tell('takeover.force-refused', server, partner, number);
    } else if (w.server.inhibited[server] !== number) {
      sim.cause = sim.tell('takeover.inhibited', server, partner, number);
    }
    sim.signal('failoverMonitor', server, 'inhibited');
    return;
  }
  // What follows from an order is said where the takeover starts.
  if (!orderedCauses.includes(cause)) {
    const known = cause === 'none' ? 'no heartbeat' : cause;
    const reason = takeoverCauses.indexOf(known);
    sim.cause = sim.tell('partner.declared-failed', server, partner, reason);
  }
  sim.signal('failoverMonitor', server, 'permitted');
}

/** Both ends of an interconnect see at once that it broke or works again. */
export function mirrorsNotice(sim: Sim, interconnect: number): void {
  const w = sim.world;
  for (const server of [w.interconnect.a[interconnect]!, w.interconnect.b[interconnect]!]) {
    if (life.works(w.server.life[server]!)) synchronizeMirror(sim, server);
    if (!w.interconnect.cut[interconnect]) continue;
    refuseForwarded(sim, server);
    letAllGo(sim, server);
  }
}
