import { takeoverCauses, inhibitions } from '../../model/schema.ts';
import { inhibitionOf } from '../acts/failoverMonitor.ts';
import { synchronizeMirror } from '../mirror.ts';
import { life, monitor, watch } from '../states.ts';
import type { Sim } from '../sim.ts';

export function panicPacketArrives(sim: Sim, message: number): void {
  const w = sim.world;
  const hearer = w.message.to[message]!;
  const whole = w.interconnect.cut[w.server.interconnect[hearer]!] === 0;
  if (!whole || watch.off(w.server.watch[hearer]!)) {
    sim.tell('panic-packet.lost', hearer, message);
    return;
  }
  sim.cause = sim.tell('panic-packet.heard', hearer, message);
  sim.signal('failoverMonitor', hearer, 'partner-panicked');
}

export function shutdownIsOrdered(sim: Sim, server: number): void {
  const w = sim.world;
  if (w.interconnect.cut[w.server.interconnect[server]!]) return;
  // An order that was long on its way finds a server that has other things to do, or none.
  if (monitor.watching(w.server.monitor[server]!)) sim.signal('server', server, 'shut-down');
}

export function shutdownIsKnown(sim: Sim, server: number): void {
  if (sim.world.interconnect.cut[sim.world.server.interconnect[server]!]) return;
  sim.signal('failoverMonitor', server, 'partner-shut-down');
}

/** The home server is told that its disks are its own again. */
export function disksAreBack(sim: Sim, server: number): void {
  if (sim.world.interconnect.cut[sim.world.server.interconnect[server]!]) return;
  sim.signal('server', server, 'disks-returned');
}

/** A server that boots or waits has read the mailbox and its disks’ labels. */
export function homeHasReadMailbox(sim: Sim, server: number): void {
  const w = sim.world;
  const s = sim.plan.settings;
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
  // A log that the partner has replayed since this server last served is obsolete.
  const obsolete = w.server.replayedAt[partner]! >= w.server.servedAt[server]!;
  const replayed = w.server.replayedAt[partner]! > 0 && obsolete;
  if (!free || (wanted && !replayed)) sim.signal('server', server, 'disks-elsewhere');
  else sim.signal('server', server, replayed ? 'disks-returned' : 'disks-mine');
}

/** The survivor has read the mailbox: may it take its partner over? */
export function survivorHasReadMailbox(sim: Sim, server: number): void {
  const w = sim.world;
  // It may have died, or heard its partner again, while it read.
  if (!monitor.deciding(w.server.monitor[server]!)) return;
  sim.cause = sim.tell('mailbox.read', server);
  const why = inhibitionOf(sim, server);
  const partner = w.server.partner[server]!;
  if (why !== 'none') {
    const number = inhibitions.indexOf(why);
    if (w.server.inhibited[server] !== number) {
      sim.cause = sim.tell('takeover.inhibited', server, partner, number);
    }
    sim.signal('failoverMonitor', server, 'inhibited');
    return;
  }
  const operator = takeoverCauses.indexOf('operator');
  const known = w.server.takeoverCause[server]!;
  if (known !== operator) {
    const cause = known || takeoverCauses.indexOf('no heartbeat');
    sim.cause = sim.tell('partner.declared-failed', server, partner, cause);
  }
  sim.signal('failoverMonitor', server, 'permitted');
}

/** Both ends of an interconnect see at once that it broke or works again. */
export function mirrorsNotice(sim: Sim, interconnect: number): void {
  const w = sim.world;
  for (const server of [w.interconnect.a[interconnect]!, w.interconnect.b[interconnect]!]) {
    if (life.works(w.server.life[server]!)) synchronizeMirror(sim, server);
  }
}

/** A reservation command reaches a disk, if the server that issues them still does. */
export function reserve(sim: Sim, disk: number): void {
  const taker = sim.world.server.partner[sim.world.disk.home[disk]!]!;
  if (monitor.fencing(sim.world.server.monitor[taker]!)) sim.signal('disk', disk, 'reserve');
}

/** The taker relabels a disk that it has reserved. */
export function label(sim: Sim, disk: number): void {
  const taker = sim.world.server.partner[sim.world.disk.home[disk]!]!;
  if (monitor.fencing(sim.world.server.monitor[taker]!)) sim.signal('disk', disk, 'label');
}

export function release(sim: Sim, disk: number): void {
  const holder = sim.world.server.partner[sim.world.disk.home[disk]!]!;
  if (monitor.releasing(sim.world.server.monitor[holder]!)) sim.signal('disk', disk, 'release');
}
