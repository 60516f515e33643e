import { expect, test } from 'vitest';
import { planOf } from '../../src/content/plan.ts';
import { parse } from '../../src/content/scenario.ts';
import { Run } from '../../src/kernel/run.ts';
import { seconds } from '../../src/model/time.ts';
import { parts } from '../../src/report/parts.ts';
import { Reporter } from '../../src/report/report.ts';

const topology = {
  single: { portFabrics: [1], hostPortFabrics: [1], multipath: false },
  double: { portFabrics: [1, 2], hostPortFabrics: [1, 2] },
  sibling: { portFabrics: [1, 1], hostPortFabrics: [1, 1] },
};

type Line = readonly [at: number, command: string, thing: string];

/** Runs a scenario of two servers and reports on it, `stride` facts at a time. */
function reported(
  kind: keyof typeof topology,
  lines: readonly Line[],
  until: number,
  lists: readonly unknown[] = [],
  stride = Infinity,
) {
  const parsed = parse({
    version: 1,
    id: 'mine',
    title: 'Mine',
    topology: topology[kind],
    timers: { boot: '3s', automaticGiveback: 'off' },
    policies: { takeoverWithoutPort: false },
    script: lines.map(([at, command, thing]) => ({ at, do: command, thing })),
    expect: lists,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { scenario } = parsed;
  const plan = planOf(scenario);
  const run = new Run(plan, scenario.script);
  const reporter = new Reporter(plan, scenario.expect);
  for (let done = false; !done;) {
    done = run.extend(seconds(until), stride);
    const news = run.news();
    reporter.take(news.words);
    expect(reporter.hash()).toBe(news.hash);
  }
  return reporter.report(seconds(until), '0'.repeat(64), []);
}

const round = (micros: number): number => Math.round(micros / 100_000) / 10;

/** Parts of the first outage of a LUN, in seconds, those below 0.05 s left out. */
function partsOf(report: ReturnType<typeof reported>, lun = 'lun0') {
  const outage = report.outages.find((each) => each.lun === lun)!;
  const rounded = parts.map((part) => [part, round(outage.parts[part])] as const);
  return Object.fromEntries(rounded.filter(([, length]) => length > 0));
}

const stories: readonly (readonly [string, keyof typeof topology, readonly Line[], object])[] = [
  [
    'a server that dies',
    'single',
    [[19, 'server.power-loss', 'A']],
    { detect: 15, fence: 1, replay: 3, identity: 0, fabric: 0.6, host: 0.3 },
  ],
  [
    'a panic',
    'single',
    [[19, 'server.panic', 'A']],
    { fence: 1, replay: 3, fabric: 0.6, host: 0.3 },
  ],
  [
    'a planned takeover',
    'double',
    [[10, 'takeover.planned', 'A']],
    { decide: 0.6, fence: 1, identity: 0.1, fabric: 0.6, host: 0.3 },
  ],
  [
    'a cable that is mended',
    'single',
    [
      [10, 'cable.cut', 'X.h0.cable'],
      [15, 'cable.mend', 'X.h0.cable'],
    ],
    { detect: 5.1, host: 0.3 },
  ],
  [
    'a port that is repaired',
    'single',
    [
      [10, 'port.fail', 'A.p0'],
      [20, 'port.repair', 'A.p0'],
    ],
    { detect: 10.1, fabric: 0.6, host: 0.3 },
  ],
  [
    'two servers that die',
    'single',
    [
      [10, 'server.power-loss', 'A'],
      [12, 'server.power-loss', 'B'],
    ],
    { detect: 50 },
  ],
];

for (const [what, kind, lines, expected] of stories) {
  test(`the parts of an outage tell ${what}, and add up to it`, () => {
    const report = reported(kind, lines, 60);
    expect(report.outages.length).toBeGreaterThan(0);
    for (const outage of report.outages) {
      const sum = parts.reduce((total, part) => total + outage.parts[part], 0);
      expect(sum).toBe(outage.length);
      expect(outage.length).toBe((outage.to ?? report.time) - outage.from);
    }
    const found = partsOf(report);
    for (const part of parts) {
      const wanted = (expected as Record<string, number>)[part] ?? 0;
      expect(Math.abs((found[part] ?? 0) - wanted), JSON.stringify(found)).toBeLessThan(0.11);
    }
  });
}

test('where other paths carry on, and where a host has no work, nothing is out', () => {
  expect(reported('sibling', [[10, 'port.fail', 'A.p0']], 30).outages).toEqual([]);
  const stopped: Line[] = [
    [10, 'workload.stop', 'X'],
    [30, 'workload.start', 'X'],
  ];
  const report = reported('double', stopped, 40, [{ pause: { lun0: { atMost: '100ms' } } }]);
  expect(report.outages).toEqual([]);
  expect(report.expectations[0]!.holds).toBe(true);
});

test('a report is the same whatever the portions it is read in', () => {
  const lines: Line[] = [[3, 'server.power-loss', 'A']];
  const lists = [{ fact: 'takeover.completed' }, { never: 'path.failed' }];
  const once = reported('double', lines, 30, lists);
  expect(reported('double', lines, 30, lists, 1000)).toEqual(once);
});

test('owners and places are those at the end', () => {
  const report = reported('double', [[5, 'server.power-loss', 'A']], 40);
  expect(report.owners).toMatchObject({ 'A.d0': 'B', 'A.d1': 'B', 'B.d0': 'B' });
  expect(report.names.map(({ home, place }) => [home, place])).toEqual([
    ['A.p0.P', 'B.p0.S1'],
    ['A.p1.P', 'B.p1.S1'],
    ['B.p0.P', 'B.p0.P'],
    ['B.p1.P', 'B.p1.P'],
  ]);
});

const takeover: readonly Line[] = [[5, 'server.power-loss', 'A']];
const verdicts: readonly (readonly [unknown, boolean, string])[] = [
  [{ fact: 'takeover.completed', server: 'B', before: '40s' }, true, 'It happened at'],
  [{ fact: 'takeover.completed', server: 'B', before: '20s' }, false, 'It happened at'],
  [{ fact: 'takeover.completed', server: 'A' }, false, 'It never happened.'],
  [{ never: 'server.panicked' }, true, 'never'],
  [{ never: 'disk.owner-changed', from: 'A' }, false, 'It happened at'],
  [{ never: 'disk.owner-changed', from: 'A', before: '5s' }, true, 'never'],
  [{ order: ['partner.suspected', 'takeover.started', 'takeover.completed'] }, true, 'happened'],
  [{ order: ['takeover.completed', 'takeover.started'] }, false, 'no takeover.started followed'],
  [{ order: ['server.panicked', 'takeover.started'] }, false, 'No server.panicked'],
  [{ invariants: 'hold' }, true, 'so'],
  [{ owner: { shelf1: 'B', 'B.d0': 'B' } }, true, 'so'],
  [{ owner: { shelf1: 'A' } }, false, 'A.d0 belongs to B.'],
  [{ place: { 'A.p0.P': 'B.p0.S1' } }, true, 'so'],
  [{ place: { 'A.p0.P': null } }, false, 'B.p0.S1'],
  [{ pause: { lun0: { atLeast: '16s', atMost: '21s' }, lun1: { atMost: '1s' } } }, true, 'lun0'],
  [{ pause: { lun0: { atMost: '4s' } } }, false, 'The longest wait'],
];

for (const [line, holds, found] of verdicts) {
  test(`${JSON.stringify(line)} ${holds ? 'holds' : 'does not hold'} after a takeover`, () => {
    const [verdict] = reported('single', takeover, 40, [line]).expectations;
    expect(verdict!.line).toEqual(line);
    expect(verdict!.holds, verdict!.found).toBe(holds);
    expect(verdict!.found).toContain(found);
  });
}
