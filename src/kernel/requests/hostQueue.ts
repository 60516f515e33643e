import { answer, leg } from '../../model/wordLists.ts';
import { pathState } from '../states.ts';
import type { Sim } from '../sim.ts';
import { send, stands } from './send.ts';

/** The answer is back at the host. */
export function answerArrives(sim: Sim, request: number, tries: number): void {
  const w = sim.world;
  if (!stands(sim, request, leg.returning, tries)) return;
  const path = w.request.path[request]!;
  if (!w.hostPort.light[w.path.hostPort[path]!]) {
    sim.tell('io.lost', request);
    return;
  }
  if (w.request.answer[request] === answer.good) {
    const lun = w.request.lun[request]!;
    const took = Math.min(sim.now - w.request.submittedAt[request]!, 0x7fffffff);
    sim.tell('io.acknowledged', request, lun, w.request.size[request]!, took);
    return;
  }
  const says = w.request.answer[request];
  const away = says === answer['not accessible'];
  sim.cause = sim.tell('io.requeued', request, away ? elsewhere(sim, request, path) : path);
  // A unit attention is news, not a refusal: the same command is sent again at once.
  if (says === answer['unit attention'] && pathState.open(w.path.state[path]!)) send(sim, request);
  else sim.later(sim.plan.settings.busyRetry, 'retry', request, tries);
}

/** Another open path for a request that a port cannot hand on, the best group first; else the same. */
function elsewhere(sim: Sim, request: number, path: number): number {
  const w = sim.world;
  if (!w.host.multipath[w.path.host[path]!]) return path;
  const others = sim.wiring.pathGroups[w.request.lun[request]!]!.flat();
  return others.find((each) => each !== path && pathState.open(w.path.state[each]!)) ?? path;
}

/** A request that was told to come again does so. */
export function retry(sim: Sim, request: number, tries: number): void {
  const w = sim.world;
  if (w.request.leg[request] !== leg.waiting || w.request.tries[request] !== tries) return;
  if (pathState.open(w.path.state[w.request.path[request]!]!)) send(sim, request);
}

/** Once a second the hosts look for requests that nobody answers. */
export function commandTimers(sim: Sim): void {
  const w = sim.world;
  sim.later(1_000_000, 'command timers', 1);
  if (!sim.plan.settings.requestTimeouts) return;
  const cause = sim.cause;
  for (let request = 1; request < w.request.rows; request++) {
    const at = w.request.leg[request]!;
    if (at === leg.free || at === leg.waiting) continue;
    if (sim.now - w.request.legAt[request]! < sim.plan.settings.commandTimeout) continue;
    sim.cause = cause;
    const path = w.request.path[request]!;
    sim.cause = sim.tell('io.timed-out', request, path);
    sim.cause = sim.tell('io.requeued', request, path);
    // A path on which nobody answers is given up; what waits at it goes elsewhere.
    sim.signal('hostPath', path, 'timed-out');
  }
}
