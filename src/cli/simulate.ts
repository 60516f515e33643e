import { setImmediate } from 'node:timers/promises';
import { planOf } from '../content/plan.ts';
import type { Scenario } from '../content/scenario.ts';
import { Run } from '../kernel/run.ts';
import type { Action } from '../kernel/run.ts';
import type { Micros } from '../model/time.ts';
import { Reporter } from '../report/report.ts';
import type { Refused, Report } from '../report/report.ts';
import type { Problem } from '../content/reader.ts';
import { Outputs } from './outputs.ts';
import type { Wanted } from './outputs.ts';
import { Progress } from './progress.ts';

/** Facts told between two looks at the clock and at signals. */
const stride = 10_000;

export interface Simulated {
  readonly report: Report;
  /** It was stopped before its end: the report tells what happened until then. */
  readonly stopped: boolean;
  /** What went wrong with a file that was to be written. */
  readonly problem: Problem | null;
}

/** Runs a scenario to an instant, in constant memory. Ctrl C ends it early and in order. */
export async function simulate(
  scenario: Scenario,
  actions: readonly Action[],
  until: Micros,
  wanted: Wanted = { trace: undefined, log: null },
): Promise<Simulated> {
  const plan = planOf(scenario);
  const run = new Run(plan, [...scenario.script, ...actions]);
  const reporter = new Reporter(plan, scenario.expect);
  const outputs = new Outputs(plan, wanted);
  const progress = new Progress(scenario.id, until);
  const refused: Refused[] = [];
  let stopped = false;
  let at: Micros = 0;
  const stop = (): void => void (stopped = true);
  process.once('SIGINT', stop);
  try {
    for (let done = false; !done && !stopped && !outputs.over;) {
      done = run.extend(until, stride);
      const news = run.news();
      at = news.horizon;
      reporter.take(news.words);
      outputs.take(news.words);
      if (reporter.hash() !== news.hash)
        throw new Error(`The facts until ${at} µs do not lead to the world of the engine`);
      for (const { action, refusal } of news.refused) {
        const { at: given, command, thing } = action;
        const { what, hint } = refusal;
        refused.push({ at: given, command, thing, what, hint });
      }
      progress.show(at, outputs.count);
      await setImmediate();
    }
  } finally {
    process.removeListener('SIGINT', stop);
    progress.end();
  }
  const report = reporter.report(at, outputs.end(), refused);
  return { report, stopped: stopped && at < until, problem: outputs.problem };
}
