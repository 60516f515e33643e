import { planOf } from '../content/plan.ts';
import { nearest, Reader } from '../content/reader.ts';
import { Run } from '../kernel/run.ts';
import { asText } from '../readouts/asText.ts';
import { readoutNamed, readouts } from '../readouts/index.ts';
import type { Refused } from '../report/report.ts';
import { actionsOf, timeOption } from './given.ts';
import { load } from './load.ts';
import type { Given, OptionTable } from './options.ts';
import { columns, exit, print, secondsText, tellProblems, tellRefused } from './output.ts';

export const showOptions: OptionTable = { at: 'value', do: 'values' };

/** `understudy show`: one moment of a run, as the commands of known products would print it. */
export function show({ words, values }: Given): number {
  const [what, name, ...rest] = words;
  if (what === undefined) {
    print(columns(readouts.map(({ id, about }) => [id, about])));
    return exit.holds;
  }
  const readout = readoutNamed(what);
  if (!readout) {
    const near = nearest(
      what,
      readouts.map(({ id }) => id),
    );
    const hint = near ? `Did you mean ${near}?` : 'understudy show lists all read-outs.';
    return tellProblems([{ where: what.slice(0, 80), what: 'There is no such read-out.', hint }]);
  }
  if (name === undefined || rest.length > 0) {
    const problem = name === undefined ? 'It names no scenario.' : 'It takes one scenario.';
    const hint = `For example understudy show ${readout.id} start --at 8s.`;
    return tellProblems([{ where: 'show', what: problem, hint }]);
  }
  const loaded = load(name);
  if (!loaded.ok) return tellProblems(loaded.problems);
  const { scenario } = loaded;
  const read = new Reader();
  const actions = actionsOf(read, scenario, values.get('do') ?? []);
  const at = timeOption(read, '--at', values.get('at')?.[0] ?? '0s', '8s');
  if (read.problems.length > 0) return tellProblems(read.problems);

  const run = new Run(planOf(scenario), [...scenario.script, ...actions]);
  const refused: Refused[] = [];
  // In strides, so that the facts of a long run are not kept.
  for (let done = false; !done;) {
    done = run.extend(at, 10_000);
    for (const { action, refusal } of run.news().refused)
      refused.push({ ...action, what: refusal.what, hint: refusal.hint });
  }
  if (refused.length > 0) return tellRefused(refused);
  print(`${readout.title}, ${scenario.id} at ${secondsText(at)}`);
  print(asText(readout, run.world));
  return exit.holds;
}
