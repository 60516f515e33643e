import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { planOf } from '../content/plan.ts';
import type { Scenario } from '../content/scenario.ts';
import { Run } from '../kernel/run.ts';
import type { Action } from '../kernel/run.ts';
import type { Micros } from '../model/time.ts';
import { Reporter } from '../report/report.ts';
import type { Refused, Report } from '../report/report.ts';
import { TraceStream } from '../trace/traceStream.ts';
import { Progress } from './progress.ts';
import type { TraceFile } from './traceFile.ts';

/** Facts told between two looks at the clock and at signals. */
const stride = 10_000;

export interface Simulated {
  readonly report: Report;
  /** It was stopped before its end: the report tells what happened until then. */
  readonly stopped: boolean;
}

/** Runs a scenario to an instant, in constant memory. Ctrl C ends it early and in order. */
export async function simulate(
  scenario: Scenario,
  actions: readonly Action[],
  until: Micros,
  file: TraceFile | null = null,
): Promise<Simulated> {
  const plan = planOf(scenario);
  const run = new Run(plan, [...scenario.script, ...actions]);
  const reporter = new Reporter(plan, scenario.expect);
  const sha = createHash('sha256');
  const stream = new TraceStream(plan, file?.write, {
    update: (bytes) => sha.update(bytes),
    hex: () => sha.copy().digest('hex'),
  });
  const progress = new Progress(scenario.id, until);
  const refused: Refused[] = [];
  let stopped = false;
  let at: Micros = 0;
  const stop = (): void => void (stopped = true);
  process.once('SIGINT', stop);
  try {
    for (let done = false; !done && !stopped && !file?.problem && !file?.unread;) {
      done = run.extend(until, stride);
      const news = run.news();
      at = news.horizon;
      reporter.take(news.words);
      stream.take(news.words);
      if (reporter.hash() !== news.hash)
        throw new Error(`The facts until ${at} µs do not lead to the world of the engine`);
      for (const { action, refusal } of news.refused) {
        const { what, hint } = refusal;
        refused.push({ ...action, what, hint });
      }
      progress.show(at, stream.count);
      await setImmediate();
    }
  } finally {
    process.removeListener('SIGINT', stop);
    progress.end();
  }
  const report = reporter.report(at, stream.digest(), refused);
  return { report, stopped: stopped && at < until };
}
