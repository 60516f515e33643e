import type { Scenario, ScriptLine } from '../content/scenario.ts';
import { Reader } from '../content/reader.ts';
import { longestRun, seconds } from '../model/time.ts';
import type { Micros } from '../model/time.ts';
import { allHolds } from '../report/report.ts';
import type { Report } from '../report/report.ts';
import { actionsOf, timeOption } from './given.ts';
import { load } from './load.ts';
import type { Given, OptionTable } from './options.ts';
import { complain, exit, print, secondsText, tellProblems, tellRefused } from './output.ts';
import { wantedOf } from './outputs.ts';
import { reportText } from './reportText.ts';
import { simulate } from './simulate.ts';

export const runOptions: OptionTable = {
  seed: 'value',
  until: 'value',
  do: 'values',
  trace: 'value',
  log: 'value',
  json: 'flag',
};

/** `understudy run`: runs a scenario, reports what it showed, and writes the trace if asked. */
export async function run({ words, values }: Given): Promise<number> {
  const [name, ...rest] = words;
  if (name === undefined || rest.length > 0) {
    const what = name === undefined ? 'It names no scenario.' : 'It takes one scenario.';
    return tellProblems([{ where: 'run', what, hint: 'For example understudy run start.' }]);
  }
  const loaded = load(name);
  if (!loaded.ok) return tellProblems(loaded.problems);
  const read = new Reader();
  const seed = seedOf(read, values.get('seed')?.[0]);
  const actions = actionsOf(read, loaded.scenario, values.get('do') ?? []);
  const until = untilOf(read, loaded.scenario, actions, values.get('until')?.[0]);
  const [trace, log] = [values.get('trace')?.[0], values.get('log')?.[0]];
  const wanted = wantedOf(read, trace, log, loaded.fromFile ? name : null);
  if (read.problems.length > 0) return tellProblems(read.problems);
  const { settings } = loaded.scenario;
  const scenario = { ...loaded.scenario, settings: { ...settings, seed: seed ?? settings.seed } };
  const { report, stopped, problem } = await simulate(scenario, actions, until, wanted);
  if (problem) return tellProblems([problem]);
  print(values.has('json') ? JSON.stringify(report, null, 2) : reportText(report));
  if (stopped) {
    complain(`stopped at ${secondsText(report.time)} of ${secondsText(until)}.`);
    return exit.interrupted;
  }
  return judged(report);
}

/** Tells commands that were refused, and finds the exit code of a run. */
export function judged(report: Report, place = ''): number {
  if (report.refused.length > 0) return tellRefused(report.refused, place);
  return allHolds(report) ? exit.holds : exit.broken;
}

function seedOf(read: Reader, text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
  if (value <= 0x7fffffff) return value;
  read.problem(`--seed ${text}`, 'A seed is a whole number from 0 to 2147483647.', 'Try --seed 2.');
  return null;
}

/** How far to run: as told, or as far as the scenario goes, or a minute after the last command. */
function untilOf(
  read: Reader,
  scenario: Scenario,
  actions: readonly ScriptLine[],
  text: string | undefined,
): Micros {
  const last = Math.max(0, ...actions.map(({ at }) => at));
  if (text === undefined) {
    const late = last + seconds(60);
    return actions.length > 0
      ? Math.min(Math.max(scenario.until, late), longestRun)
      : scenario.until;
  }
  const until = timeOption(read, '--until', text, '120s');
  if (last > until)
    read.problem(`--until ${text}`, 'A --do comes after the end of the run.', 'Run longer.');
  return until;
}
