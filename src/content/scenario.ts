import type { Settings } from '../model/plan.ts';
import { longestRun, seconds } from '../model/time.ts';
import type { Micros } from '../model/time.ts';
import { expectOf } from './expect.ts';
import type { Expectation } from './expectation.ts';
import { serverLetter } from './names.ts';
import { isHalved } from './portDesign.ts';
import { Reader } from './reader.ts';
import type { Problem } from './reader.ts';
import { defaultSettings, settings } from './settings.ts';
import { valueOf } from './settingValue.ts';
import { scriptOf } from './script.ts';
import type { Script, ScriptLine } from './script.ts';
import { rowsOf, Things } from './things.ts';

export type { Problem } from './reader.ts';
export type { ScriptLine } from './script.ts';

/** What is built: how many of each thing, and which fabric each port’s cable leads to. */
export interface Topology {
  readonly servers: number;
  /** For each physical port of a server, the number of its fabric, from 1. */
  readonly portFabrics: readonly number[];
  readonly hosts: number;
  /** For each port of a host, the number of its fabric, from 1. */
  readonly hostPortFabrics: readonly number[];
  readonly lunsPerServer: number;
  readonly disksPerServer: number;
  readonly multipath: boolean;
  /** Letters of servers whose ports are plain: one exported name each and no virtual ports. */
  readonly plainServers: readonly string[];
  /** What a physical port can move, kB/s. */
  readonly portCapacity: number;
}

/** A scenario, format version 1, with every default filled in. */
export interface Scenario extends Script {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly remarks: readonly string[];
  readonly topology: Topology;
  readonly settings: Settings;
  /** The run begins by saying that this program was loaded, with its checksum (claims 18, 35, 40). */
  readonly program: boolean;
  /** How far a run goes when nobody says otherwise. */
  readonly until: Micros;
  readonly expect: readonly Expectation[];
}

export type Parsed =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The largest scenario file that is read, in characters. */
export const largestFile = 5_000_000;

/** Reads a scenario file’s text. Every mistake is a problem with a place, a reason and a hint. */
export function parseText(text: string): Parsed {
  if (text.length > largestFile) {
    return {
      ok: false,
      problems: [
        {
          where: '',
          what: 'The file is larger than 5 MB.',
          hint: 'A scenario is a few kilobytes.',
        },
      ],
    };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const what = error instanceof Error ? error.message : 'It cannot be read.';
    return {
      ok: false,
      problems: [
        {
          where: '',
          what: `This is not JSON: ${what}`,
          hint: 'Check commas, quotes and brackets near that place.',
        },
      ],
    };
  }
  return parse(value);
}

/** Reads a scenario from any value. Nothing is half-loaded: all problems, or a whole scenario. */
export function parse(value: unknown): Parsed {
  const read = new Reader();
  const root = read.object(value, '', [
    '$schema',
    'version',
    'id',
    'title',
    'about',
    'remarks',
    'seed',
    'topology',
    'timers',
    'policies',
    'safeguards',
    'workload',
    'script',
    'program',
    'until',
    'expect',
  ]);
  if (root['version'] !== 1) {
    read.problem('/version', 'The format version must be 1.', 'Write "version": 1.');
  }
  const id = read.text(root['id'], '/id', 60, 'scenario');
  if (!/^[a-z0-9][a-z0-9-]*$/.test(id)) {
    read.problem(
      '/id',
      'An id is lower-case letters, digits and hyphens.',
      'For example "my-cluster".',
    );
  }
  const topology = topologyOf(read, root['topology']);
  const settings = settingsOf(read, root);
  checkHalves(read, topology, settings);
  checkPaths(read, topology, settings);
  const told = root['script'] !== undefined || root['expect'] !== undefined;
  // What a broken topology consists of is not known, so nothing is said about things then.
  const broken = read.problems.some(({ where }) => where.startsWith('/topology'));
  const things = told && !broken ? new Things(topology, settings.failoverMode) : null;
  const { script, stops } = scriptOf(read, root['script'] ?? [], things);
  const expect =
    root['expect'] !== undefined && things ? expectOf(read, root['expect'], things) : [];
  const scenario: Scenario = {
    id,
    title: read.text(root['title'], '/title', 120),
    about: root['about'] === undefined ? '' : read.text(root['about'], '/about', 2000),
    remarks: root['remarks'] === undefined ? [] : read.texts(root['remarks'], '/remarks', 4, 200),
    topology,
    settings,
    script,
    stops,
    program: root['program'] === undefined ? false : read.flag(root['program'], '/program'),
    until:
      root['until'] === undefined
        ? lengthOf(script, expect)
        : read.time(root['until'], '/until', 0, longestRun),
    expect,
  };
  return read.problems.length === 0
    ? { ok: true, scenario }
    : { ok: false, problems: read.problems };
}

function topologyOf(read: Reader, value: unknown): Topology {
  const at = '/topology';
  const part = read.object(value, at, [
    'servers',
    'portFabrics',
    'hosts',
    'hostPortFabrics',
    'lunsPerServer',
    'disksPerServer',
    'multipath',
    'plainServers',
    'portCapacity',
  ]);
  const whole = (key: string, least: number, most: number, otherwise: number): number =>
    part[key] === undefined ? otherwise : read.whole(part[key], `${at}/${key}`, least, most);
  const servers = whole('servers', 2, 1024, 2);
  if (servers % 2 !== 0) {
    read.problem(`${at}/servers`, 'Servers come in pairs.', 'Use an even number.');
  }
  const fabrics = (key: string): readonly number[] =>
    read.wholes(part[key], `${at}/${key}`, 8, 1, 8);
  const topology: Topology = {
    servers,
    portFabrics: fabrics('portFabrics'),
    hosts: whole('hosts', 1, 64, 1),
    hostPortFabrics: fabrics('hostPortFabrics'),
    lunsPerServer: whole('lunsPerServer', 1, 16, 1),
    disksPerServer: whole('disksPerServer', 1, 48, 2),
    multipath:
      part['multipath'] === undefined ? true : read.flag(part['multipath'], `${at}/multipath`),
    plainServers:
      part['plainServers'] === undefined
        ? []
        : read.texts(part['plainServers'], `${at}/plainServers`, servers / 2, 4),
    portCapacity: whole('portCapacity', 1_000, 10_000_000, 400_000),
  };
  if (topology.disksPerServer % topology.lunsPerServer !== 0) {
    read.problem(
      `${at}/disksPerServer`,
      'The disks of a server do not divide evenly among its LUNs.',
      `Use a multiple of ${topology.lunsPerServer}.`,
    );
  }
  for (const [i, letter] of topology.plainServers.entries()) {
    if (plainAmong(topology, letter)) continue;
    read.problem(
      `${at}/plainServers/${i}`,
      `There is no server ${letter}.`,
      'Name it by its letter, for example "A".',
    );
  }
  const reached = topology.hostPortFabrics.filter((fabric) =>
    topology.portFabrics.includes(fabric),
  );
  if (topology.portFabrics.length > 0 && reached.length === 0) {
    read.problem(
      `${at}/hostPortFabrics`,
      'No host port shares a fabric with a server port.',
      'Give both the same fabric number.',
    );
  }
  return topology;
}

/** Paths that a cluster may have: more would take gigabytes. */
const mostPaths = 200_000;

function checkPaths(read: Reader, topology: Topology, { failoverMode }: Settings): void {
  const { path } = rowsOf(topology, failoverMode);
  if (path <= mostPaths) return;
  read.problem(
    '/topology',
    `Hosts would have ${path.toLocaleString('en')} paths; at most ${mostPaths.toLocaleString('en')} are taken.`,
    'Use fewer hosts, ports or servers.',
  );
}

/** Where half of the ports is there for the partner, it must reach what the other half reaches. */
function checkHalves(read: Reader, { portFabrics }: Topology, { failoverMode }: Settings): void {
  if (!isHalved(failoverMode) || portFabrics.length === 0) return;
  const half = portFabrics.length / 2;
  if (portFabrics.every((fabric, i) => fabric === portFabrics[(i + half) % (2 * half)])) return;
  read.problem(
    '/topology/portFabrics',
    `With ${failoverMode} the second half of the ports is for the partner and leads where the first does.`,
    'For example [1, 2, 1, 2].',
  );
}

/** Whether a letter is that of one of the servers. */
const plainAmong = ({ servers }: Topology, letter: string): boolean =>
  Array.from({ length: servers }, (_, i) => serverLetter(i)).includes(letter);

function settingsOf(read: Reader, root: Readonly<Record<string, unknown>>): Settings {
  const seed = root['seed'] === undefined ? 1 : read.whole(root['seed'], '/seed', 0, 0x7fffffff);
  const found: Record<string, unknown> = { ...defaultSettings(seed) };
  for (const part of ['timers', 'policies', 'safeguards', 'workload'] as const) {
    if (root[part] === undefined) continue;
    const keys = Object.entries(settings)
      .filter(([, setting]) => setting.part === part)
      .map(([key]) => key);
    const given = read.object(root[part], `/${part}`, keys);
    for (const [key, setting] of Object.entries(settings)) {
      if (setting.part === part && given[key] !== undefined) {
        found[key] = valueOf(read, setting, given[key], `/${part}/${key}`);
      }
    }
  }
  return found as unknown as Settings;
}

/** A minute after the last thing that a scenario says about time. */
export function lengthOf(script: readonly ScriptLine[], expect: readonly Expectation[]): Micros {
  let last = 0;
  for (const line of script) last = Math.max(last, line.at);
  for (const { expected } of expect) {
    if (expected.what !== 'fact' && expected.what !== 'never') continue;
    const { after, before } = expected.pattern;
    last = Math.max(last, after, before === Infinity ? 0 : before);
  }
  return Math.min(last + seconds(60), longestRun);
}
