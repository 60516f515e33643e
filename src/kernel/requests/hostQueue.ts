import { answer, leg } from '../../model/schema.ts';
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
  sim.cause = sim.tell('io.requeued', request, path);
  sim.later(sim.plan.settings.busyRetry, 'retry', request, tries);
}

/** A request that was told to come again does so. */
export function retry(sim: Sim, request: number, tries: number): void {
  const w = sim.world;
  if (w.request.leg[request] !== leg.waiting || w.request.tries[request] !== tries) return;
  if (pathState.open(w.path.state[w.request.path[request]!]!)) send(sim, request);
}

/** Requests on a path, by row. The path counts them, so the search ends with the last one. */
function requestsOn(sim: Sim, path: number): number[] {
  const { request } = sim.world;
  const found: number[] = [];
  let left = sim.world.path.outstanding[path]!;
  for (let row = 1; left > 0 && row < request.rows; row++) {
    if (request.path[row] !== path) continue;
    found.push(row);
    left--;
  }
  return found;
}

/** Sends everything that waits at a path which has opened. */
export function sendWaiting(sim: Sim, path: number): void {
  const w = sim.world;
  if (!pathState.open(w.path.state[path]!)) return;
  const cause = sim.cause;
  for (const request of requestsOn(sim, path)) {
    if (w.request.leg[request] !== leg.waiting) continue;
    sim.cause = cause;
    send(sim, request);
  }
}

/** What is out on a blocked path comes back to the host’s queue. */
export function pullBack(sim: Sim, path: number): void {
  const w = sim.world;
  for (const request of requestsOn(sim, path)) {
    if (w.request.leg[request] !== leg.waiting) sim.tell('io.requeued', request, path);
  }
}

/** What waits at a path that is given up goes to another one, or waits, or fails. */
export function failQueued(sim: Sim, path: number): void {
  const w = sim.world;
  const cause = sim.cause;
  for (const request of requestsOn(sim, path)) {
    if (w.request.leg[request] !== leg.waiting) continue;
    sim.cause = cause;
    const lun = w.request.lun[request]!;
    const other = sim.wiring.lunPaths[lun]!.find((each) => !pathState.given(w.path.state[each]!));
    if (other !== undefined) {
      sim.cause = sim.tell('io.requeued', request, other);
      if (pathState.open(w.path.state[other]!)) send(sim, request);
    } else if (sim.plan.settings.noPathRetry === 'fail') {
      sim.tell('io.failed', request, lun);
    }
  }
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
    if (pathState.open(w.path.state[path]!)) send(sim, request);
  }
}
