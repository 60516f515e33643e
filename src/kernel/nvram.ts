import type { World } from '../model/world.ts';
import { haltedByConflict } from './conflict.ts';
import { believesOwner } from './requests/serve.ts';
import { life, monitor } from './states.ts';
import type { Sim } from './sim.ts';

/** Writes of `owner` that `holder` has in NVRAM and that are not yet on disk. */
export function loggedWrites(w: World, holder: number, owner: number): number {
  let count = 0;
  for (let block = 1; block < w.block.rows; block++) {
    if (w.lun.home[w.block.lun[block]!] !== owner) continue;
    const logged = holder === owner ? w.block.homeLog[block]! : w.block.partnerLog[block]!;
    if (logged !== 0) count++;
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
  const w = sim.world;
  if (!sim.wiring.luns[home]!.some((lun) => believesOwner(sim, server, lun))) return;
  if (loggedWrites(w, server, home) === 0) return;
  if (!haltedByConflict(sim, server, home)) sim.tell('log.flushed', server, home);
}
