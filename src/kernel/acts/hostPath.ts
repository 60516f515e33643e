import type { KindName } from '../../model/kinds.ts';
import { failQueued, pullBack, sendWaiting } from '../requests/pathQueue.ts';
import { loginOf } from '../logins.ts';
import type { OccasionName } from '../occasionNames.ts';
import type { Sim } from '../sim.ts';
import type { Acts } from './index.ts';

/** Sends one frame of a login and waits one host step for its answer. */
function exchange(sim: Sim, path: number, fact: KindName, answer: OccasionName): void {
  const message = sim.freeRow('message', sim.world.message.frame);
  if (message === 0) return;
  const travels = sim.plan.settings.hostStep;
  sim.cause = sim.tell(fact, path, message, travels);
  sim.later(travels, answer, path, message);
}

/** Whether the port that this path’s name is logged in at drops the data it is asked for. */
function dropsData(sim: Sim, path: number): boolean {
  const w = sim.world;
  const fabric = w.hostPort.fabric[w.path.hostPort[path]!]!;
  const slot = w.login.vport[loginOf(sim, fabric, w.path.portName[path]!)]!;
  return w.port.dropsData[w.vport.port[slot]!] === 1;
}

export const hostPath: Acts = {
  queryName: (sim, path) => exchange(sim, path, 'name-server.queried', 'name server answers'),

  sendPortLogin: (sim, path) => exchange(sim, path, 'path.plogi-sent', 'PLOGI is answered'),

  sendProcessLogin: (sim, path) => exchange(sim, path, 'path.prli-sent', 'PRLI is answered'),

  sendAddressCheck: (sim, path) => exchange(sim, path, 'path.adisc-sent', 'ADISC is answered'),

  checkPath(sim, path) {
    // TEST UNIT READY moves no data, so a target that drops data answers it all the same.
    const reads = sim.plan.settings.pathChecker === 'directio';
    const fails = reads && dropsData(sim, path);
    if (fails) sim.cause = sim.tell('path.check-failed', path);
    sim.signal('hostPath', path, fails ? 'check-failed' : 'check-passed');
  },

  tellOnline(sim, path) {
    const w = sim.world;
    sim.cause = sim.tell('path.online', path, w.path.address[path]!, w.path.portName[path]!);
    sendWaiting(sim, path);
  },

  tellBlocked(sim, path) {
    sim.cause = sim.tell('path.blocked', path);
    pullBack(sim, path);
  },

  tellFailed(sim, path) {
    sim.cause = sim.tell('path.failed', path);
    pullBack(sim, path);
    failQueued(sim, path);
  },

  tellLost: (sim, path) => void sim.tell('path.lost', path),

  tellReinstated(sim, path) {
    sim.cause = sim.tell('path.reinstated', path);
    sendWaiting(sim, path);
  },
};
