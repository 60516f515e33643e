import { haltedByConflict } from './conflict.ts';
import { believesOwner } from './requests/serve.ts';
import { canWrite } from './shelves.ts';
import { life, monitor } from './states.ts';
import type { Sim } from './sim.ts';

/** Writes of `owner` that `holder` has in NVRAM and that are not yet on disk. */
export function loggedWrites(sim: Sim, holder: number, owner: number): number {
  const { block, lun } = sim.world;
  const log = holder === owner ? block.homeLog : block.partnerLog;
  let count = 0;
  for (const row of sim.wiring.luns[owner]!) {
    const first = lun.firstBlock[row]!;
    for (let i = first; i < first + lun.blocks[row]!; i++) if (log[i] !== 0) count++;
  }
  return count;
}

/** At a consistency point a running server writes its logged writes to disk. */
export function consistencyPoint(sim: Sim, server: number): void {
  const w = sim.world;
  sim.later(sim.plan.settings.flushInterval, 'consistency point', server);
  if (!life.works(w.server.life[server]!)) return;
  const partner = w.server.partner[server]!;
  flushSet(sim, server, server);
  if (monitor.servesPartner(w.server.monitor[server]!)) flushSet(sim, server, partner);
}

function flushSet(sim: Sim, server: number, home: number): void {
  if (!sim.wiring.luns[home]!.some((lun) => believesOwner(sim, server, lun))) return;
  if (loggedWrites(sim, server, home) === 0 || !canWrite(sim, server, home)) return;
  if (!haltedByConflict(sim, server, home)) sim.tell('log.flushed', server, home);
}
