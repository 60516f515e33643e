import { leg } from '../../model/wordLists.ts';
import { pathState } from '../states.ts';
import type { Sim } from '../sim.ts';
import { send } from './send.ts';

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
    const other = sim.wiring.pathGroups[lun]!.flat().find(
      (each) => !pathState.given(w.path.state[each]!),
    );
    if (other !== undefined) {
      sim.cause = sim.tell('io.requeued', request, other);
      if (pathState.open(w.path.state[other]!)) send(sim, request);
    } else if (sim.plan.settings.noPathRetry === 'fail') {
      sim.tell('io.failed', request, lun);
    }
  }
}
