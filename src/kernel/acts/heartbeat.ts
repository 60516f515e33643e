import { isLinked } from '../linked.ts';
import { haltedByConflict } from '../conflict.ts';
import { isPortless, uselessPorts } from '../portless.ts';
import { reaches } from '../shelves.ts';
import { life, monitor } from '../states.ts';
import { synchronizeMirror } from '../mirror.ts';
import type { Acts } from './index.ts';

/** What a heartbeat says of its sender, in its low bits; above them one bit for each useless port. */
export const says = { nothing: 0, waiting: 1, up: 2, all: 3, noDisks: 4, bits: 3 } as const;

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
    if (!w.server.partner[server] || !isLinked(sim, server)) return;
    const message = sim.freeRow('message', w.message.frame);
    if (message === 0) return;
    const travels = sim.plan.settings.interconnectLatency;
    sim.cause = sim.tell('heartbeat.sent', server, message, travels);
    const state = w.server.life[server]!;
    const useless = uselessPorts(sim, server);
    // A server that waits but could not serve, or not under its names, does not ask for them back.
    const asks = life.waiting(state) && seesDisks && !isPortless(sim, server, useless);
    const content = asks ? says.waiting : life.up(state) ? says.up : says.nothing;
    const noDisks = !seesDisks && (life.up(state) || life.waiting(state)) ? says.noDisks : 0;
    // Nor does one that is still giving back ask to be taken over: it could not shut down now.
    const free = life.up(state) && monitor.idle(w.server.monitor[server]!);
    const said = content | noDisks | (free ? useless << says.bits : 0);
    sim.later(travels, 'heartbeat arrives', message, said);
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
