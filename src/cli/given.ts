import { checkCondition, checkLine } from '../content/script.ts';
import type { Reader } from '../content/reader.ts';
import type { Scenario, ScriptLine } from '../content/scenario.ts';
import { Things } from '../content/things.ts';
import { longestRun, timeOf } from '../model/time.ts';
import type { Micros } from '../model/time.ts';

/** Reads every `--do "5s server.power-loss A"` and `--do "0s interconnect.cut A-B when takeover.started B"`. */
export function actionsOf(
  read: Reader,
  scenario: Scenario,
  given: readonly string[],
): readonly ScriptLine[] {
  if (given.length > 1000) {
    read.problem('--do', 'At most 1000 commands are taken.', 'Write a scenario with a script.');
    return [];
  }
  const things =
    given.length > 0 ? new Things(scenario.topology, scenario.settings.failoverMode) : null;
  return given.flatMap((text) => {
    const where = `--do "${text.slice(0, 80)}"`;
    const [from = '', command = '', thing = '', ...rest] = text.trim().split(/\s+/);
    const at = timeOf(from);
    const example = 'Write --do "5s server.power-loss A".';
    const [word, kind = '', of = '', ...more] = rest;
    const isArmed = word === 'when' && kind !== '' && more.length === 0;
    if (at === null || at > longestRun) {
      read.problem(where, 'It does not begin with a time of at most 24 hours.', example);
    } else if (thing === '' || (rest.length > 0 && !isArmed)) {
      const what =
        'It is a time, a command and a thing, and may end with when, a fact and a thing.';
      read.problem(where, what, example);
    } else {
      checkLine(read, { command, thing }, where, where, things);
      if (!isArmed) return [{ at, command, thing }];
      const when = checkCondition(read, { kind, thing: of }, where, where, things);
      if (when) return [{ at, command, thing, when }];
    }
    return [];
  });
}

/** A moment of a run that an option names; 0 when it is none, which is a problem. */
export function timeOption(read: Reader, option: string, text: string, example: string): Micros {
  const at = timeOf(text);
  if (at !== null && at <= longestRun) return at;
  const what = 'A time of at most 24 hours is needed.';
  read.problem(`${option} ${text}`, what, `Write ${option} ${example}.`);
  return 0;
}
