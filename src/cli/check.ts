import { load } from './load.ts';
import type { Given, OptionTable } from './options.ts';
import { exit, print, secondsText, tellProblems } from './output.ts';
import { verdictText } from './reportText.ts';
import { judged } from './run.ts';
import { simulate } from './simulate.ts';

export const checkOptions: OptionTable = {};

/** `understudy check`: are these good scenarios, and does each show what it expects of itself? */
export async function check({ words }: Given): Promise<number> {
  if (words.length === 0) {
    const hint = 'For example understudy check mine.json.';
    return tellProblems([{ where: 'check', what: 'It names no scenario.', hint }]);
  }
  let worst: number = exit.holds;
  for (const name of words) {
    const code = await checkOne(name);
    if (code === exit.interrupted) return code;
    worst = Math.max(worst, code);
  }
  return worst;
}

async function checkOne(name: string): Promise<number> {
  const loaded = load(name);
  if (!loaded.ok) {
    print(`FAILED  ${name}`);
    return tellProblems(loaded.problems);
  }
  const { report, stopped } = await simulate(loaded.scenario, [], loaded.scenario.until);
  if (stopped) return exit.interrupted;
  const code = judged(report, `${name} `);
  const { expectations, invariants } = report;
  const failed = expectations.filter(({ holds }) => !holds);
  print(
    `${code === exit.holds ? 'ok    ' : 'FAILED'}  ${name}: ${secondsText(report.time)}, ` +
      `${expectations.length - failed.length} of ${expectations.length} expectations and ` +
      `${invariants.filter(({ holds }) => holds).length} of ${invariants.length} invariants hold`,
  );
  for (const each of failed) print(verdictText(each));
  for (const { id, sentence, first } of invariants) {
    if (first) print(`  BROKEN  ${id} at ${secondsText(first.at)}, fact ${first.seq}: ${sentence}`);
  }
  return code;
}
