import type { Condition } from '../model/condition.ts';
import type { Settings } from '../model/plan.ts';
import { lengthOf } from './scenario.ts';
import type { Scenario, ScriptLine } from './scenario.ts';

const prefix = 'mine-';
/** The longest id that a scenario may have. */
const longest = 60;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * A run as a scenario of its own: what it was built from, the settings it runs under, and all that
 * was done as its script, with the facts at which playing stops. What the scenario expected is kept only where neither has changed, since
 * it was said of that story.
 */
export function savedScenario(
  scenario: Scenario,
  settings: Settings,
  script: readonly ScriptLine[],
  stops: readonly Condition[],
): Scenario {
  const told = same(settings, scenario.settings) && same(script, scenario.script);
  const { id, until } = scenario;
  return {
    ...scenario,
    id: id.startsWith(prefix) ? id : (prefix + id).slice(0, longest),
    settings,
    script,
    stops,
    until: told ? until : Math.max(until, lengthOf(script, [])),
    expect: told ? scenario.expect : [],
  };
}
