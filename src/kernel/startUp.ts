import type { Sim } from './sim.ts';
import { standsBy } from './wiring.ts';

/** Moment 0: the cluster is settled and logged in; heartbeats, logs and workload start. */
export function startUp(sim: Sim): void {
  const w = sim.world;
  const s = sim.plan.settings;
  if (sim.plan.program !== 0) sim.tell('program.loaded', sim.plan.program);
  for (let server = 1; server < w.server.rows; server++) {
    sim.signal('pulse', server, 'start');
    // A server without slots for its partner’s names has no use for a watch on it.
    if (standsBy(sim.wiring, server)) {
      sim.signal('partnerWatch', server, 'start');
      sim.signal('failoverMonitor', server, 'start');
    }
    sim.later(s.flushInterval, 'consistency point', server);
  }
  for (let lun = 1; lun < w.lun.rows; lun++) {
    if (w.host.running[w.lun.host[lun]!]) {
      // LUNs take turns, so that their first requests do not leave at one instant.
      const interval = Math.floor(1_000_000 / s.requestRate);
      sim.later(Math.floor((interval * lun) / w.lun.rows), 'submit', lun);
    }
  }
  if (w.request.rows > 1) sim.later(1_000_000, 'command timers', 1);
}
