import { givebackOrders, givebackVetoes, takeoverCauses } from '../../model/wordLists.ts';
import { writesAtRisk } from '../../model/writes.ts';
import { diskShare } from '../delays.ts';
import { orderedCauses, vetoOf } from '../permissions.ts';
import { handOnAgain } from '../requests/serve.ts';
import { canWrite } from '../shelves.ts';
import { isLinked } from '../linked.ts';
import type { Sim } from '../sim.ts';
import { life, watch } from '../states.ts';
import { holdsTheLog, holdsWrites, ownsAll } from '../taken.ts';
import { namesMissing, takeoverProgress } from '../takeoverProgress.ts';
import type { Acts } from './index.ts';

const partnerOf = (sim: Sim, server: number): number => sim.world.server.partner[server]!;

function toSlots(sim: Sim, server: number, signal: string): void {
  for (const slot of sim.wiring.partnerSlots[server]!) sim.signal('virtualPort', slot, signal);
}

function releaseDisks(sim: Sim, server: number): void {
  const partner = partnerOf(sim, server);
  if (!sim.plan.settings.fencing) believe(sim, server, partner);
  const share = diskShare(sim, sim.plan.settings.releaseDisks, partner);
  for (const [i, disk] of sim.wiring.disks[partner]!.entries())
    sim.later(share * i, 'release', disk);
  takeoverProgress(sim, server);
}

/** Without fencing nothing but a belief changes: who owns the partner’s disks. */
function believe(sim: Sim, server: number, owner: number): void {
  for (const disk of sim.wiring.disks[partnerOf(sim, server)]!)
    sim.tell('disk.owner-learned', disk, server, owner);
}

function giveOwnNamesUp(sim: Sim, server: number): void {
  for (const port of sim.wiring.ports[server]!)
    sim.signal('virtualPort', sim.wiring.primary[port]!, 'disable');
}

export const failoverMonitor: Acts = {
  tellSuspect: (sim, server) => void sim.tell('partner.suspected', server, partnerOf(sim, server)),

  tellCancelled: (sim, server) =>
    void sim.tell('takeover.cancelled', server, partnerOf(sim, server)),

  readMailbox(sim, server) {
    sim.later(sim.plan.settings.mailboxRead, 'survivor has read the mailbox', server);
  },

  orderShutdown(sim, server) {
    sim.later(sim.plan.settings.interconnectLatency, 'shutdown is ordered', partnerOf(sim, server));
  },

  startTakeover(sim, server) {
    const w = sim.world;
    const partner = partnerOf(sim, server);
    const cause = w.server.takeoverCause[server]!;
    if (orderedCauses.includes(takeoverCauses[cause]!)) {
      sim.cause = sim.tell('partner.declared-failed', server, partner, cause);
    }
    // A server that shuts down for its partner stays when the partner fails instead.
    sim.signal('server', server, 'stay');
    sim.tell('mailbox.intent-written', server, partner);
    sim.cause = sim.tell('takeover.started', server, partner);
    // A port that carries one name at a time must free itself of its own first.
    if (!sim.plan.settings.virtualPorts) giveOwnNamesUp(sim, server);
  },

  fence(sim, server) {
    const partner = partnerOf(sim, server);
    if (!sim.plan.settings.fencing) {
      believe(sim, server, server);
      sim.signal('failoverMonitor', server, 'disks-held');
      return;
    }
    const share = diskShare(sim, sim.plan.settings.fence, partner);
    // The adapter reserves one disk after the other; together they take the time of the set.
    for (const [i, disk] of sim.wiring.disks[partner]!.entries())
      sim.later(share * i, 'reserve', disk);
    takeoverProgress(sim, server);
  },

  resetPartner(sim, server) {
    const partner = partnerOf(sim, server);
    const state = sim.world.server.life[partner]!;
    const running = life.works(state) || life.lit(state) || life.hung(state);
    if (!sim.plan.settings.resetPartner || !running || life.waiting(state)) return;
    sim.cause = sim.tell('server.reset', partner, server);
    sim.signal('server', partner, 'reset');
  },

  replay(sim, server) {
    sim.tell('log.replay-started', server, partnerOf(sim, server));
    const early =
      sim.plan.settings.prepareSlotsEarly ||
      sim.plan.settings.orderOfSteps === 'serve before replay';
    if (early) toSlots(sim, server, 'activate');
  },

  tellReplayed(sim, server) {
    const partner = partnerOf(sim, server);
    sim.cause = sim.tell('log.replayed', server, partner);
    if (sim.world.server.forced[server]) {
      const lost = writesAtRisk(sim.world, partner);
      if (lost > 0) sim.tell('writes.lost', server, partner, lost);
    }
    sim.cause = sim.tell('luns.online', server, partner);
    handOnAgain(sim, partner);
  },

  activateSlots(sim, server) {
    // A name in a fabric where no host looks for it would be worse than none.
    for (const slot of sim.wiring.mispaired[server]!)
      sim.tell('vport.pair-refused', slot, sim.world.vport.home[slot]!);
    toSlots(sim, server, 'activate');
    takeoverProgress(sim, server);
  },

  writeNames(sim, server) {
    toSlots(sim, server, 'write');
    takeoverProgress(sim, server);
  },

  enableSlots(sim, server) {
    toSlots(sim, server, 'enable');
    takeoverProgress(sim, server);
  },

  tellComplete(sim, server) {
    const missing = namesMissing(sim, server);
    if (missing === 0) sim.tell('takeover.completed', server, partnerOf(sim, server));
    else sim.tell('takeover.incomplete', server, partnerOf(sim, server), missing);
  },

  tellPartnerWaiting: (sim, server) =>
    void sim.tell('partner.waits', server, partnerOf(sim, server)),

  startGiveback(sim, server) {
    const partner = partnerOf(sim, server);
    sim.cause = sim.tell('giveback.started', server, partner);
    if (sim.plan.settings.orderOfSteps === 'names home before disks')
      sim.signal('server', partner, 'disks-returned');
  },

  quiesceSlots(sim, server) {
    toSlots(sim, server, 'quiesce');
    takeoverProgress(sim, server);
  },

  disableSlots(sim, server) {
    toSlots(sim, server, 'disable');
    takeoverProgress(sim, server);
  },

  flush(sim, server) {
    // The chart’s own timer says how long it takes; the fact is told when it is done. Disks that
    // joined the set while this server was away are claimed, since it writes to all of them.
    if (!holdsWrites(sim, server)) return;
    for (const disk of sim.wiring.disks[partnerOf(sim, server)]!) sim.later(0, 'claim', disk);
  },

  tellFlushed(sim, server) {
    // A taker that stepped back may never have replayed: the log is then its partner’s to replay.
    if (holdsTheLog(sim, server) && ownsAll(sim, server))
      sim.tell('log.flushed', server, partnerOf(sim, server));
  },

  endFlush(sim, server) {
    const partner = partnerOf(sim, server);
    const done =
      !holdsWrites(sim, server) || (canWrite(sim, server, partner) && ownsAll(sim, server));
    sim.signal('failoverMonitor', server, done ? 'log-flushed' : 'flush-failed');
  },

  endReplay(sim, server) {
    const w = sim.world;
    const partner = partnerOf(sim, server);
    const damaged = w.server.copyDamaged[server] === 1;
    if (damaged) sim.cause = sim.tell('log.replay-failed', server, partner);
    const failed = (damaged && !w.server.forced[server]) || !canWrite(sim, server, partner);
    sim.signal('failoverMonitor', server, failed ? 'replay-failed' : 'log-replayed');
  },

  tellTakeoverFailed: (sim, server) =>
    void sim.tell('takeover.failed', server, partnerOf(sim, server)),

  undo(sim, server) {
    const partner = partnerOf(sim, server);
    toSlots(sim, server, 'disable');
    // What it served for its partner reaches the disks before it lets go of them.
    if (holdsWrites(sim, server)) {
      if (!canWrite(sim, server, partner) || !ownsAll(sim, server)) return;
      sim.cause = sim.tell('log.flushed', server, partner);
    }
    releaseDisks(sim, server);
  },

  tellUndone: (sim, server) => void sim.tell('mailbox.intent-cleared', server),

  checkGiveback(sim, server) {
    const w = sim.world;
    const s = sim.plan.settings;
    const partner = partnerOf(sim, server);
    const order = givebackOrders[w.server.givebackOrder[server]!];
    const veto = vetoOf(sim, partner);
    // The last veto is soft: an operator may override it, and no other.
    if (veto !== 'none' && !(veto === 'a disk is being rebuilt' && order === 'forced')) {
      const why = givebackVetoes.indexOf(veto);
      sim.cause = sim.tell('giveback.vetoed', server, partner, why);
      sim.signal('failoverMonitor', server, 'vetoed');
      return;
    }
    if (order === 'automatic') {
      const recent = sim.now - w.server.givebacksFrom[server]! <= s.givebackWindow;
      const count = w.server.givebacks[server]!;
      if (recent && count >= s.givebacksAllowed) {
        sim.cause = sim.tell('giveback.suspended', server, partner, count);
        sim.signal('failoverMonitor', server, 'suspended');
        return;
      }
      sim.tell('giveback.counted', server, partner);
    }
    sim.signal('failoverMonitor', server, 'giveback-clear');
  },

  releaseDisks,

  tellReturned(sim, server) {
    const w = sim.world;
    // A partner that dies and starts again now must find that nobody wants its disks.
    sim.tell('mailbox.intent-cleared', server);
    // The partner may have fallen silent while its disks were on their way back.
    if (watch.silent(w.server.watch[server]!)) sim.signal('failoverMonitor', server, 'silent');
    if (!isLinked(sim, server)) return;
    sim.later(
      sim.plan.settings.interconnectLatency,
      'disks are known to be back',
      partnerOf(sim, server),
    );
  },

  tellGivebackComplete: (sim, server) =>
    void sim.tell('giveback.completed', server, partnerOf(sim, server)),

  tellGivebackBroken: (sim, server) =>
    void sim.tell('giveback.broken-off', server, partnerOf(sim, server)),
};
