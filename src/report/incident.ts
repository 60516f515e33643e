import { stateOf } from '../charts/index.ts';
import { commandNamed } from '../commands/index.ts';
import { settings as registry } from '../content/settings.ts';
import { settingText } from '../content/settingText.ts';
import type { Action } from '../model/action.ts';
import { conditionText } from '../model/condition.ts';
import { labelOf, thingOf } from '../model/plan.ts';
import type { Plan, Settings } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import type { World } from '../model/world.ts';
import { behind } from './behindParts.ts';
import { inMillis } from './millis.ts';
import { parts } from './parts.ts';
import type { Part } from './parts.ts';
import type { Report } from './report.ts';
import { writesAtRiskIn } from './writesAtRisk.ts';
import type { WritesAtRisk } from './writesAtRisk.ts';

/** A time without an answer. Lengths are whole ms; those of its parts add up to it. */
export interface IncidentOutage {
  readonly lun: string;
  /** In µs; `to` is null while it lasts. */
  readonly from: Micros;
  readonly to: Micros | null;
  readonly length: number;
  readonly parts: readonly { readonly part: Part; readonly length: number }[];
  /** `Server B at B 1/S1`; null while it lasts. */
  readonly answeredBy: string | null;
}

export interface SettingLine {
  readonly key: string;
  readonly about: string;
  readonly value: string;
  readonly usual: string;
}

/** One page about a run up to a moment: what happened, what it cost, and how things stand. */
export interface Incident {
  readonly id: string;
  readonly title: string;
  readonly seed: number;
  readonly time: Micros;
  readonly actions: readonly { readonly at: Micros; readonly text: string }[];
  readonly outages: readonly IncidentOutage[];
  readonly paths: number;
  /** Paths that a multipath layer gave up at least once. */
  readonly pathsLost: readonly { readonly path: string; readonly text: string }[];
  readonly writes: WritesAtRisk;
  readonly invariants: Report['invariants'];
  /** Settings that are not what a scenario has that says nothing. */
  readonly changed: readonly SettingLine[];
  /** By part of an outage that took time: the settings that it depends on. */
  readonly timers: readonly { readonly part: Part; readonly settings: readonly SettingLine[] }[];
  /** Where each name is logged in. */
  readonly names: readonly {
    readonly name: string;
    readonly portName: string;
    readonly place: string | null;
    readonly address: string | null;
    readonly isHome: boolean;
  }[];
  /** Disks by home owner and present owner. */
  readonly disks: readonly {
    readonly home: string;
    readonly owner: string;
    readonly count: number;
  }[];
}

/**
 * The incident report of a run up to a moment.
 * @param report what the run has shown by then
 * @param world how the world stands then
 * @param actions all that was done in the run, in order; later ones are left out
 */
export function incidentOf(
  plan: Plan,
  report: Report,
  world: World,
  actions: readonly Action[],
): Incident {
  const outages = report.outages.map((outage) => outageOf(plan, outage));
  const longest = parts.map((part) => ({
    part,
    most: Math.max(0, ...report.outages.map((outage) => outage.parts[part])),
  }));
  return {
    id: plan.id,
    title: plan.title,
    seed: report.seed,
    time: report.time,
    actions: actions
      .filter(({ at }) => at <= report.time)
      .map((action) => ({ at: action.at, text: actText(plan, action) })),
    outages,
    paths: world.path.rows - 1,
    pathsLost: pathsLostIn(world),
    writes: writesAtRiskIn(world),
    invariants: report.invariants,
    changed: keys
      .filter((key) => plan.settings[key] !== registry[key].value)
      .map((key) => lineOf(plan.settings, key)),
    timers: longest
      .filter(({ most }) => most >= 1_000)
      .map(({ part, most }) => ({
        part,
        settings: behind(part, plan.settings)
          .filter((key) => canLieIn(most, key, plan.settings))
          .map((key) => lineOf(plan.settings, key)),
      }))
      .filter(({ settings }) => settings.length > 0),
    names: report.names.map(({ home, portName, place, address }) => ({
      name: called(plan, home),
      portName,
      place: place === null ? null : called(plan, place),
      address,
      isHome: place === home,
    })),
    disks: disksIn(world),
  };
}

const keys = Object.keys(registry) as (keyof typeof registry)[];

const lineOf = (settings: Settings, key: keyof typeof registry): SettingLine => ({
  key,
  about: registry[key].about,
  value: settingText(registry[key], settings[key]),
  usual: settingText(registry[key], registry[key].value),
});

/** A timer that is longer than a part has no share in it. */
const canLieIn = (most: Micros, key: keyof typeof registry, settings: Settings): boolean =>
  registry[key].kind !== 'time' || Number(settings[key]) <= most;

/** What a thing is called on screen, from its id. */
function called(plan: Plan, id: string): string {
  const thing = thingOf(plan, id);
  return (thing && labelOf(plan, thing.table, thing.row)) || id;
}

const actText = (plan: Plan, { command, thing, when }: Action): string =>
  `${commandNamed(command)?.command.label ?? command}, ${thingText(plan, thing)}${
    when ? `, when ${conditionText(when)}` : ''
  }`;

/** `Server A`, and `Port 1 (A.p0)` where the label alone names several things. */
function thingText(plan: Plan, id: string): string {
  const label = called(plan, id);
  const thing = thingOf(plan, id);
  const alike = thing ? plan.labels[thing.table]!.filter((each) => each === label).length : 0;
  return alike > 1 ? `${label} (${id})` : label;
}

function outageOf(plan: Plan, outage: Report['outages'][number]): IncidentOutage {
  const lengths = inMillis(parts.map((part) => outage.parts[part]));
  const { lun, from, to, server, vport } = outage;
  return {
    lun: called(plan, lun),
    from,
    to,
    length: lengths.reduce((sum, each) => sum + each, 0),
    parts: parts.map((part, i) => ({ part, length: lengths[i]! })),
    answeredBy:
      server === null || vport === null
        ? null
        : `${called(plan, server)} at ${called(plan, vport)}`,
  };
}

function pathsLostIn({ plan, path, hostPort }: World): Incident['pathsLost'] {
  const lost: { path: string; text: string }[] = [];
  for (let row = 1; row < path.rows; row++) {
    const times = path.failures[row]!;
    if (times === 0) continue;
    const port = path.hostPort[row]!;
    const host = labelOf(plan, 'host', path.host[row]!);
    const state = stateOf('hostPath', path.state[row]!).split('.')[0]!;
    lost.push({
      path: `${host}, h${hostPort.number[port]} to ${labelOf(plan, 'vport', path.home[row]!)}`,
      text: `given up ${times === 1 ? 'once' : `${times} times`}, now ${state}`,
    });
  }
  return lost;
}

function disksIn({ plan, disk }: World): Incident['disks'] {
  const counts = new Map<string, { home: string; owner: string; count: number }>();
  for (let row = 1; row < disk.rows; row++) {
    const home = labelOf(plan, 'server', disk.home[row]!);
    const owner = labelOf(plan, 'server', disk.owner[row]!);
    const key = `${home} ${owner}`;
    const found = counts.get(key) ?? { home, owner, count: 0 };
    counts.set(key, { ...found, count: found.count + 1 });
  }
  return [...counts.values()];
}
