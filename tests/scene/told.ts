import { fromGallery } from '../../src/content/gallery.ts';
import { planOf } from '../../src/content/plan.ts';
import { Run } from '../../src/kernel/run.ts';
import type { Action } from '../../src/kernel/run.ts';
import type { Plan } from '../../src/model/plan.ts';
import { seconds } from '../../src/model/time.ts';
import type { Micros } from '../../src/model/time.ts';

/** Runs in which every part of the picture changes: a takeover with its giveback, and a port move. */
const runs: Readonly<Record<string, { until: Micros; actions: readonly Action[] }>> = {
  start: {
    until: seconds(17),
    actions: [
      { at: seconds(1), command: 'server.power-loss', thing: 'A' },
      { at: seconds(9), command: 'server.repair', thing: 'A' },
      { at: seconds(14), command: 'giveback.start', thing: 'A' },
    ],
  },
  'top-3': {
    until: seconds(4),
    actions: [{ at: seconds(1), command: 'port.fail', thing: 'A.p0' }],
  },
};

export const told = Object.keys(runs);

/** The packed facts of such a run, with its plan and its last moment. */
export function tell(id: string): { plan: Plan; words: Int32Array; until: Micros } {
  const { until, actions } = runs[id]!;
  const plan = planOf(fromGallery(id)!);
  const run = new Run(plan, actions);
  run.extend(until);
  return { plan, words: run.news().words, until };
}
