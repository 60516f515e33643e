import charts from 'virtual:chart-states';
import type { ChartStates } from './compiled.ts';

export type { StateNode } from './compiled.ts';

export const chartNames = [
  'server',
  'pulse',
  'partnerWatch',
  'failoverMonitor',
  'physicalPort',
  'virtualPort',
  'disk',
  'hostPath',
  'hostPort',
  'switchPort',
  'fabricNotice',
  'diskHealth',
] as const;

export type ChartName = (typeof chartNames)[number];

/** The states of the chart of this name. */
export const chartOf = (name: ChartName): ChartStates => charts[name]!;

const membership = new Map<string, Uint8Array>();

/** For each configuration of a chart, 1 if it is the state at `path` or lies inside it. */
function members(name: ChartName, path: string): Uint8Array {
  const key = `${name}/${path}`;
  let found = membership.get(key);
  if (!found) {
    const states = chartOf(name).states;
    found = Uint8Array.from(states, (state) =>
      state === path || state.startsWith(`${path}.`) ? 1 : 0,
    );
    if (!found.includes(1)) throw new Error(`The chart ${name} has no state ${path}`);
    membership.set(key, found);
  }
  return found;
}

/** Whether a configuration is the state at `path` or lies inside it. */
export const within = (name: ChartName, configuration: number, path: string): boolean =>
  members(name, path)[configuration] === 1;

/** A test for one state, made once, for code that asks often. */
export function isIn(
  name: ChartName,
  ...paths: readonly string[]
): (configuration: number) => boolean {
  const sets = paths.map((path) => members(name, path));
  const union = Uint8Array.from(sets[0]!, (_, i) => (sets.some((set) => set[i] === 1) ? 1 : 0));
  return (configuration) => union[configuration] === 1;
}

/** The configuration with exactly this dotted path. */
export function configurationOf(name: ChartName, path: string): number {
  const index = chartOf(name).states.indexOf(path);
  if (index < 0) throw new Error(`The chart ${name} has no configuration ${path}`);
  return index;
}

/** `takingOver.fencing` from a configuration. */
export const stateOf = (name: ChartName, configuration: number): string =>
  chartOf(name).states[configuration] ?? '';
