import { fromGallery } from '../../src/content/gallery.ts';
import { planOf } from '../../src/content/plan.ts';
import { Run } from '../../src/kernel/run.ts';
import type { Action } from '../../src/kernel/run.ts';
import type { Plan } from '../../src/model/plan.ts';
import { seconds } from '../../src/model/time.ts';
import { Trace } from '../../src/model/trace.ts';

export const powerLoss: Action = { at: seconds(3), command: 'server.power-loss', thing: 'A' };

export interface Ran {
  readonly plan: Plan;
  readonly trace: Trace;
}

/** The trace of a run, in several chunks and with checkpoints, as a page has it. */
export function ran(id: string, actions: readonly Action[], until: number): Ran {
  const plan = planOf(fromGallery(id)!);
  const run = new Run(plan, actions);
  const trace = new Trace(plan.start);
  let done = false;
  while (!done) {
    done = run.extend(seconds(until), 1_000);
    run.checkpoint();
    const { words, checkpoints } = run.news();
    trace.append(words, checkpoints);
  }
  return { plan, trace };
}
