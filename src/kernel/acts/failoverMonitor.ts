import { downCauses, inhibitions, takeoverCauses } from '../../model/wordLists.ts';
import { diskShare } from '../delays.ts';
import { life, watch } from '../states.ts';
import { namesMissing, takeoverProgress } from '../takeoverProgress.ts';
import type { Sim } from '../sim.ts';
import type { Acts } from './index.ts';

const partnerOf = (sim: Sim, server: number): number => sim.world.server.partner[server]!;

function toSlots(sim: Sim, server: number, signal: string): void {
  for (const slot of sim.wiring.partnerSlots[server]!) sim.signal('virtualPort', slot, signal);
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

  tellImpaired: (sim, server) =>
    void (sim.cause = sim.tell('partner.impaired', server, partnerOf(sim, server))),

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
    const known = w.server.takeoverCause[server]!;
    if (wasAskedFor(known)) {
      sim.cause = sim.tell('partner.declared-failed', server, partner, known);
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
    sim.tell('log.replayed', server, partner);
    sim.cause = sim.tell('luns.online', server, partner);
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

  flush() {
    // The chart’s own timer says how long it takes; the fact is told when it is done.
  },

  tellFlushed: (sim, server) => void sim.tell('log.flushed', server, partnerOf(sim, server)),

  releaseDisks(sim, server) {
    const partner = partnerOf(sim, server);
    if (!sim.plan.settings.fencing) believe(sim, server, partner);
    const share = diskShare(sim, sim.plan.settings.releaseDisks, partner);
    for (const [i, disk] of sim.wiring.disks[partner]!.entries())
      sim.later(share * i, 'release', disk);
    takeoverProgress(sim, server);
  },

  tellReturned(sim, server) {
    const w = sim.world;
    // A partner that dies and starts again now must find that nobody wants its disks.
    sim.tell('mailbox.intent-cleared', server);
    // The partner may have fallen silent while its disks were on their way back.
    if (watch.silent(w.server.watch[server]!)) sim.signal('failoverMonitor', server, 'silent');
    if (w.interconnect.cut[w.server.interconnect[server]!]) return;
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

/** Whether the partner was asked to shut down in order: it flushes its log before it goes. */
export const wasAskedFor = (cause: number): boolean =>
  takeoverCauses[cause] === 'operator' || takeoverCauses[cause] === 'no port left';

/** May `server` take its partner over? It knows the mailbox, its mirror and nothing else. */
export function inhibitionOf(sim: Sim, server: number): (typeof inhibitions)[number] {
  const w = sim.world;
  const s = sim.plan.settings;
  const partner = partnerOf(sim, server);
  const cause = takeoverCauses[w.server.takeoverCause[server]!];
  if (!s.automaticTakeover && cause !== 'operator') return 'disabled by operator';
  // Only the mailbox says that the partner lives, and that the copy of its log is complete.
  if (!s.mailbox) return 'none';
  const fresh = sim.now - w.server.stampAt[partner]! <= s.heartbeatInterval * s.missesAllowed;
  if (fresh && w.server.intent[partner]) return 'partner is attempting takeover';
  if (fresh && cause === 'none') return 'interconnect error, partner alive in the mailbox';
  // A partner that shut down in order has flushed its log, and the mailbox says so.
  const down = downCauses[w.server.downCause[partner]!]!;
  const clean =
    wasAskedFor(w.server.takeoverCause[server]!) && /maintenance|no port left/.test(down);
  if (!w.server.mirrorInStep[server] && !clean) return 'unsynchronized log';
  return 'none';
}
