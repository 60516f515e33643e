import type { Action } from '../model/action.ts';
import type { Condition } from '../model/condition.ts';
import type { Settings } from '../model/plan.ts';
import { defaultSettings, settings } from './settings.ts';
import { lengthOf } from './scenario.ts';
import { stopWord } from './script.ts';
import type { Scenario, Topology } from './scenario.ts';
import { timeText } from './timeText.ts';

/** What a topology is that says nothing, but for its fabrics: those must be said. */
const usual: Omit<Topology, 'portFabrics' | 'hostPortFabrics'> = {
  servers: 2,
  hosts: 1,
  lunsPerServer: 1,
  disksPerServer: 2,
  multipath: true,
  plainServers: [],
  portCapacity: 400_000,
};

/**
 * A scenario as a file of format version 1: the inverse of `parse`. What a file need not say, because
 * it is the default, is left out.
 */
export function write(scenario: Scenario): Readonly<Record<string, unknown>> {
  const { id, title, about, remarks, topology, script, stops, program, until, expect } = scenario;
  return {
    version: 1,
    id,
    title,
    ...(about === '' ? {} : { about }),
    ...(remarks.length === 0 ? {} : { remarks }),
    ...(scenario.settings.seed === 1 ? {} : { seed: scenario.settings.seed }),
    topology: Object.fromEntries(
      Object.entries(topology).filter(([key, value]) => !isUsual(key, value)),
    ),
    ...writtenSettings(scenario.settings),
    ...(script.length + stops.length === 0 ? {} : { script: writtenScript(script, stops) }),
    ...(program ? { program } : {}),
    ...(until === lengthOf(script, expect) ? {} : { until: timeText(until) }),
    ...(expect.length === 0
      ? {}
      : { expect: expect.map(({ line }) => JSON.parse(line) as unknown) }),
  };
}

/** Lines of a script: the inverse of `scriptOf`. */
export const writtenScript = (
  script: readonly Action[],
  stops: readonly Condition[] = [],
): readonly Readonly<Record<string, string>>[] => [
  ...script.map(({ at, command, thing, when }) => ({
    ...(when && at === 0 ? {} : { at: timeText(at) }),
    ...(when && writtenCondition(when)),
    do: command,
    thing,
  })),
  ...stops.map((stop) => ({ ...writtenCondition(stop), do: stopWord })),
];

const writtenCondition = ({ kind, thing }: Condition) => ({
  when: kind,
  ...(thing === '' ? {} : { of: thing }),
});

/** The same as the text of a file. */
export const writeText = (scenario: Scenario): string =>
  `${JSON.stringify(write(scenario), null, 2)}\n`;

const isUsual = (key: string, value: unknown): boolean =>
  JSON.stringify(value) === JSON.stringify(usual[key as keyof typeof usual]);

/** Settings that differ from their defaults, in the parts of a file that they stand in. */
function writtenSettings(now: Settings): Readonly<Record<string, unknown>> {
  const written: Record<string, Record<string, unknown>> = {};
  const defaults = defaultSettings(now.seed);
  for (const [key, setting] of Object.entries(settings)) {
    const value = now[key as keyof Settings];
    if (value === defaults[key as keyof Settings]) continue;
    const text = setting.kind === 'time' && typeof value === 'number' ? timeText(value) : value;
    (written[setting.part] ??= {})[key] = text;
  }
  return written;
}
