import { isLinked } from '../linked.ts';
import { enablePrimaries, portsProgress } from '../portProgress.ts';
import { sendAlert } from '../alerts.ts';
import { haltedByConflict, refusingDisk } from '../conflict.ts';
import { settleCable } from '../light.ts';
import { canWrite } from '../shelves.ts';
import { holdsWrites, ownsAll, takenDisks } from '../taken.ts';
import { synchronizeMirror } from '../mirror.ts';
import { handOnAgain, loseRequestsIn, serveHeld } from '../requests/serve.ts';
import { diskState, monitor, portMonitor, slot as slotState, watch } from '../states.ts';
import { standsBy } from '../wiring.ts';
import type { Sim } from '../sim.ts';
import type { Acts } from './index.ts';

/** Light of all its ports, as it comes or goes with the server. */
function settlePorts(sim: Sim, server: number): void {
  for (const port of sim.wiring.ports[server]!) settleCable(sim, sim.world.port.cable[port]!);
}

function stopThinking(sim: Sim, server: number): void {
  sim.signal('pulse', server, 'stop');
  sim.signal('partnerWatch', server, 'stop');
  sim.signal('failoverMonitor', server, 'stop');
}

/** Whether a server that stood still finds its takeover of its partner as complete as it left it. */
function holdsAll(sim: Sim, server: number, partner: number): boolean {
  const w = sim.world;
  return (
    sim.wiring.partnerSlots[server]!.every((slot) => slotState.settled(w.vport.state[slot]!)) &&
    sim.wiring.disks[partner]!.every(
      (disk) => w.disk.owner[disk] === server && diskState.held(w.disk.state[disk]!),
    )
  );
}

/** Its failover monitor starts, when it holds nothing of its partner’s. */
function watchPartner(sim: Sim, server: number): void {
  const w = sim.world;
  if (w.server.intent[server]) sim.tell('mailbox.intent-cleared', server);
  sim.signal('failoverMonitor', server, 'start');
  if (watch.missing(w.server.watch[server]!)) sim.signal('failoverMonitor', server, 'late');
  if (watch.silent(w.server.watch[server]!)) sim.signal('failoverMonitor', server, 'silent');
}

/**
 * A server that was restarted while it held its partner’s disks. Its mailbox says for how long it
 * had held them: a takeover that had stood for a while is taken up again; from one that was not
 * complete or still young it steps back, lest whatever felled it fell it again and again.
 */
function returnAsTaker(sim: Sim, server: number, taken: number): void {
  const w = sim.world;
  const partner = w.server.partner[server]!;
  const since = w.server.heldSince[server]!;
  const home = sim.wiring.disks[partner]!.length - taken;
  if (w.server.givingBack[server] && home > 0)
    sim.cause = sim.tell('giveback.partial', server, partner, home, taken);
  const stood =
    since > 0 && w.server.aliveUntil[server]! - since >= sim.plan.settings.takeoverGrace;
  // Writes that nobody else has keep it in takeover until it can write them out.
  if (stood || (holdsWrites(sim, server) && !ownsAll(sim, server))) {
    sim.cause = sim.tell('takeover.resumed', server, partner);
    sim.signal('failoverMonitor', server, 'resume');
  } else {
    sim.cause = sim.tell('takeover.abandoned', server, partner);
    sim.signal('failoverMonitor', server, 'hand-back');
  }
}

/**
 * Two servers that felled each other while each reserved the other’s disks would wait for each other
 * for ever: whoever waits lets go of what it began to take, unless it holds writes for its partner.
 */
function letGo(sim: Sim, server: number): void {
  const partner = sim.world.server.partner[server]!;
  if (takenDisks(sim, partner).length === 0 || holdsWrites(sim, server)) return;
  if (!canWrite(sim, server, partner)) return;
  if (sim.world.server.intent[server]) sim.tell('mailbox.intent-cleared', server);
  for (const disk of takenDisks(sim, server)) sim.signal('disk', disk, 'release');
}

/** A server that wakes where it stood watches again, or goes on with its takeover. */
function watchAgain(sim: Sim, server: number): void {
  const partner = sim.world.server.partner[server]!;
  sim.signal('partnerWatch', server, 'start');
  if (takenDisks(sim, server).length === 0) watchPartner(sim, server);
  else if (holdsAll(sim, server, partner)) sim.signal('failoverMonitor', server, 'go-on');
  else {
    sim.cause = sim.tell('takeover.resumed', server, partner);
    sim.signal('failoverMonitor', server, 'resume');
  }
}

export const server: Acts = {
  goSilent: (sim, server) => stopThinking(sim, server),

  goDark(sim, server) {
    const w = sim.world;
    const dark = sim.wiring.ports[server]!.every((port) => portMonitor.off(w.port.monitor[port]!));
    if (dark) {
      settlePorts(sim, server);
      return;
    }
    sim.cause = sim.tell('server.went-dark', server);
    const cause = sim.cause;
    stopThinking(sim, server);
    for (const port of sim.wiring.ports[server]!) {
      sim.signal('physicalPort', port, 'stop');
      for (const slot of sim.wiring.slots[port]!) sim.signal('virtualPort', slot, 'power-off');
    }
    settlePorts(sim, server);
    loseRequestsIn(sim, server);
    sim.cause = cause;
    const partner = w.server.partner[server]!;
    if (partner && w.server.logMirrored[partner]) sim.tell('mirror.lost', partner);
  },

  sendPanicPacket(sim, server) {
    const w = sim.world;
    if (!isLinked(sim, server)) return;
    const message = sim.freeRow('message', w.message.frame);
    if (message === 0) return;
    const travels = sim.plan.settings.panicPacketLatency;
    sim.cause = sim.tell('panic-packet.sent', server, message, travels);
    sim.later(travels, 'panic packet arrives', message);
  },

  quiescePorts(sim, server) {
    for (const port of sim.wiring.ports[server]!) {
      for (const slot of sim.wiring.slots[port]!) {
        if (slot !== sim.wiring.base[port]) sim.signal('virtualPort', slot, 'quiesce');
      }
    }
    portsProgress(sim, server);
  },

  flush() {
    // The chart’s own timer says how long it takes; the fact is told when it is done.
  },

  tellFlushed(sim, server) {
    // A shutdown that took too long may find its disks reserved.
    // One that has lost its shelf leaves its log to its partner.
    if (!canWrite(sim, server, server)) return;
    if (!haltedByConflict(sim, server, server)) sim.tell('log.flushed', server, server);
  },

  logOutPorts(sim, server) {
    for (const port of sim.wiring.ports[server]!) {
      for (const slot of sim.wiring.slots[port]!) {
        if (slot !== sim.wiring.base[port]) sim.signal('virtualPort', slot, 'disable');
      }
    }
    portsProgress(sim, server);
  },

  tellShutDown(sim, server) {
    sim.cause = sim.tell('server.shut-down', server);
    const w = sim.world;
    if (!isLinked(sim, server)) return;
    sim.later(
      sim.plan.settings.interconnectLatency,
      'shutdown is known',
      w.server.partner[server]!,
    );
  },

  wake(sim, server) {
    settlePorts(sim, server);
    sim.signal('pulse', server, 'start');
    if (standsBy(sim.wiring, server)) sim.signal('partnerWatch', server, 'start');
    for (const port of sim.wiring.ports[server]!) sim.signal('physicalPort', port, 'start');
  },

  readMailbox(sim, server) {
    sim.later(sim.plan.settings.mailboxRead, 'home server has read the mailbox', server);
  },

  tellWaiting(sim, server) {
    sim.tell('server.waits-for-giveback', server, sim.world.server.partner[server]!);
    letGo(sim, server);
  },

  discardLog: (sim, server) => void sim.tell('log.discarded', server),

  replayOwnLog: (sim, server) => void sim.tell('log.replay-started', server, server),

  tellOwnReplayed(sim, server) {
    // Whatever cannot be written now stays in its log.
    if (refusingDisk(sim, server, server) === 0 && canWrite(sim, server, server))
      sim.tell('log.replayed', server, server);
  },

  enablePorts(sim, server) {
    // Its partner may have reserved its disks since it looked at them.
    const early = sim.plan.settings.orderOfSteps === 'names home before disks';
    if (!early && haltedByConflict(sim, server, server)) return;
    for (const disk of sim.wiring.disks[server]!) {
      if (sim.world.disk.homeView[disk] !== server)
        sim.tell('disk.owner-learned', disk, server, server);
    }
    sim.tell('luns.online', server, server);
    synchronizeMirror(sim, server);
    enablePrimaries(sim, server);
    portsProgress(sim, server);
    handOnAgain(sim, server);
  },

  tellUp(sim, server) {
    sim.cause = sim.tell('server.up', server);
    if (!standsBy(sim.wiring, server) || !monitor.off(sim.world.server.monitor[server]!)) return;
    const taken = takenDisks(sim, server).length;
    if (taken === 0) watchPartner(sim, server);
    else returnAsTaker(sim, server, taken);
  },

  alertPowerLoss: (sim, server) => sendAlert(sim, server, 'power_loss'),
  alertReset: (sim, server) => sendAlert(sim, server, 'reset_via_sp'),
  alertReboot: (sim, server) => sendAlert(sim, server, 'abnormal_reboot'),
  alertSilence: (sim, server) => sendAlert(sim, server, 'loss_of_heartbeat'),
  alertWatchdog: (sim, server) => sendAlert(sim, server, 'l2_watchdog_reset'),

  goOn(sim, server) {
    sim.signal('pulse', server, 'start');
    if (standsBy(sim.wiring, server)) watchAgain(sim, server);
    enablePrimaries(sim, server);
    serveHeld(sim, server);
  },
};
