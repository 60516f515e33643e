import { chance } from '../chance.ts';
import { pathState } from '../states.ts';
import type { Sim } from '../sim.ts';
import { send } from './send.ts';

/** The application of a LUN submits its next request, if a path has room for it. */
export function submit(sim: Sim, lun: number, start: number): void {
  const w = sim.world;
  const s = sim.plan.settings;
  const host = w.lun.host[lun]!;
  if (!w.host.running[host] || w.host.starts[host] !== start) return;
  const draw = sim.draw(lun);
  const mean = Math.floor(1_000_000 / s.requestRate);
  sim.later(
    (mean >> 1) + chance(s.seed, 'interval', lun, draw, Math.max(1, mean)),
    'submit',
    lun,
    start,
  );
  const path = nextPath(sim, lun);
  if (path === 0) return;
  const request = sim.freeRow('request', w.request.leg);
  if (request === 0) return;
  const block = w.lun.firstBlock[lun]! + chance(s.seed, 'block', lun, draw, w.lun.blocks[lun]!);
  const size = (s.requestSize >> 1) + chance(s.seed, 'size', lun, draw, s.requestSize) + 1;
  // No application writes a block again before its last write to it was answered.
  const writing = w.block.writer[block] !== 0;
  const reads =
    writing || chance(s.seed, 'direction', lun, draw, 1000) < Math.round(s.readShare * 1000);
  sim.cause = sim.tell('io.submitted', request, path, block, reads ? size : -size);
  if (pathState.open(w.path.state[path]!)) send(sim, request);
}

/** The LUNs of a host whose workload was started take turns to submit. */
export function workloadStarts(sim: Sim, host: number): void {
  const { lun } = sim.world;
  const interval = Math.floor(1_000_000 / sim.plan.settings.requestRate);
  for (let row = 1; row < lun.rows; row++) {
    if (lun.host[row] === host)
      sim.later(
        Math.floor((interval * row) / lun.rows),
        'submit',
        row,
        sim.world.host.starts[host]!,
      );
  }
}

/** The next path in turn, of the best group that has one, that is not given up and has room; 0 when there is none. */
function nextPath(sim: Sim, lun: number): number {
  const { path } = sim.world;
  const last = sim.world.lun.turn[lun]!;
  for (const group of sim.wiring.pathGroups[lun]!) {
    const from = group.indexOf(last);
    let allGiven = true;
    for (let i = 1; i <= group.length; i++) {
      const next = group[(from + i) % group.length]!;
      if (pathState.given(path.state[next]!)) continue;
      allGiven = false;
      if (hasRoom(sim, lun, next)) return next;
    }
    // Paths of less priority are for when those of more are given up, not for when they are busy.
    if (!allGiven) return 0;
  }
  // Where every path is given up, requests queue at all of them in turn.
  const paths = sim.wiring.lunPaths[lun]!;
  const turn = paths.indexOf(last);
  for (let i = 1; i <= paths.length; i++) {
    const next = paths[(turn + i) % paths.length]!;
    if (hasRoom(sim, lun, next)) return next;
  }
  return 0;
}

/**
 * LUNs of one server share the queue depth of a path. Where a path leads to LUNs of two servers each
 * LUN has its own part of it: requests that wait for one server must not stop those of the other.
 */
function hasRoom(sim: Sim, lun: number, path: number): boolean {
  const { request, path: paths } = sim.world;
  const { queueDepth } = sim.plan.settings;
  if (sim.wiring.movesNames)
    return paths.outstanding[path]! < queueDepth * sim.wiring.lunsOnPath[path]!;
  let own = 0;
  for (let row = 1; row < request.rows; row++)
    if (request.path[row] === path && request.lun[row] === lun) own++;
  return own < queueDepth;
}
