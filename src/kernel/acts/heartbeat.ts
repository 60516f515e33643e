import { haltedByConflict } from '../conflict.ts';
import { life } from '../states.ts';
import { reaches } from '../shelves.ts';
import { synchronizeMirror } from '../mirror.ts';
import type { Acts } from './index.ts';

/** What a heartbeat says of its sender. */
export const says = { nothing: 0, waiting: 1, up: 2, waitingImpaired: 3, upImpaired: 4 } as const;

export const pulse: Acts = {
  beat(sim, server) {
    const w = sim.world;
    // The mailbox lies on its own disks; a stamp meets their reservation like any other write.
    const seesDisks = reaches(sim, server, server);
    if (seesDisks) {
      const writes = sim.plan.settings.mailbox && life.works(w.server.life[server]!);
      if (writes && haltedByConflict(sim, server, server)) return;
      sim.tell('mailbox.stamped', server);
    }
    if (!w.server.partner[server] || w.interconnect.cut[w.server.interconnect[server]!]) return;
    const message = sim.freeRow('message', w.message.frame);
    if (message === 0) return;
    const travels = sim.plan.settings.interconnectLatency;
    sim.cause = sim.tell('heartbeat.sent', server, message, travels);
    const state = w.server.life[server]!;
    let content: number = says.nothing;
    if (life.waiting(state)) content = seesDisks ? says.waiting : says.waitingImpaired;
    if (life.up(state)) content = seesDisks ? says.up : says.upImpaired;
    sim.later(travels, 'heartbeat arrives', message, content);
    if (life.serving(state)) synchronizeMirror(sim, server);
  },
};

export const partnerWatch: Acts = {
  tellLate: (sim, server) => sim.signal('failoverMonitor', server, 'late'),

  countMiss(sim, server) {
    const w = sim.world;
    const missed = w.server.misses[server]! + 1;
    sim.cause = sim.tell('heartbeat.missed', server, w.server.partner[server]!, missed);
    if (missed >= sim.plan.settings.missesAllowed)
      sim.signal('partnerWatch', server, 'limit-reached');
  },

  tellHeardAgain(sim, server) {
    sim.cause = sim.tell('partner.heard-again', server, sim.world.server.partner[server]!);
    sim.signal('failoverMonitor', server, 'heard');
  },

  tellSilent: (sim, server) => sim.signal('failoverMonitor', server, 'silent'),
};
