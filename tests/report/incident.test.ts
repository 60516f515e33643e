import { expect, test } from 'vitest';
import { fromGallery } from '../../src/content/gallery.ts';
import { planOf } from '../../src/content/plan.ts';
import { Run } from '../../src/kernel/run.ts';
import { seconds } from '../../src/model/time.ts';
import { incidentOf } from '../../src/report/incident.ts';
import { incidentMarkdown } from '../../src/report/markdown.ts';
import { inMillis } from '../../src/report/millis.ts';
import { Reporter } from '../../src/report/report.ts';

type Line = readonly [at: number, command: string, thing: string];

/** The incident report of a gallery scenario after some actions, at a moment in seconds. */
function incident(id: string, lines: readonly Line[], until: number, title?: string) {
  const scenario = fromGallery(id)!;
  const plan = { ...planOf(scenario), ...(title === undefined ? {} : { title }) };
  const actions = [
    ...scenario.script,
    ...lines.map(([at, command, thing]) => ({ at: seconds(at), command, thing })),
  ];
  const run = new Run(plan, actions);
  run.extend(seconds(until), Infinity);
  const reporter = new Reporter(plan);
  reporter.take(run.news().words);
  const report = reporter.report(seconds(until), '', []);
  return incidentOf(plan, report, reporter.world, actions);
}

test('the incident report of a power loss reads so', () => {
  const text = incidentMarkdown(incident('top-1', [[5, 'server.power-loss', 'A']], 40));
  expect(text).toMatchInlineSnapshot(`
    "# Incident report: One host, two fabrics, true timers

    Scenario \`top-1\`, seed 1, simulated time 0 s to 40.000 s.

    ## Actions

    - 05.000 s: Power loss, Server A

    ## Outages

    - LUN 0: 24.909 s without an answer, from 04.998 s to 29.907 s, when Server B answered at B 2/S1

    | LUN | Length | Detect | Decide | Fence | Replay | Identity | Fabric | Host | First I/O |
    | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
    | LUN 0 | 24.909 s | 15.006 s | 0.002 s | 1.000 s | 3.000 s | 0.000 s | 0.600 s | 5.300 s | 0.001 s |

    ## Paths and writes

    - 2 of 4 paths were given up
    - Host X, h1 to A1: given up once, now online
    - Host X, h2 to A2: given up once, now online
    - No write waits for an acknowledgement
    - Every acknowledged write is on disk or in two logs

    ## Invariants

    - 30 of 30 hold

    ## Settings that differ from their defaults

    None.

    ## Timers behind the outages

    - Detect: \`heartbeatInterval\` 1 s, \`missesAllowed\` 15 heartbeats, \`heartbeatGrace\` 5 ms, \`linkLoss\` 100 ms
    - Decide: \`mailboxRead\` 2 ms
    - Fence: \`fence\` 1 s
    - Replay: \`replayFullLog\` 3 s, \`replayAlwaysFull\` on
    - Fabric: \`login\` 50 ms, \`noticeWindow\` 500 ms
    - Host: \`hostStep\` 100 ms, \`checkerPoll\` 5 s

    ## Names and disks

    - A1 (50:0a:09:81:86:57:d5:a0) is away: at B 1/S1, address 01.02.02
    - A2 (50:0a:09:82:86:57:d5:a0) is away: at B 2/S1, address 02.02.02
    - B1 (50:0a:09:81:86:57:c3:b0) is at home, address 01.02.01
    - B2 (50:0a:09:82:86:57:c3:b0) is at home, address 02.02.01
    - Server B owns 2 disks of Server A
    - Server B owns 2 disks of its own
    "
  `);
});

test('the parts of every outage add up, and none is told before its time', () => {
  for (const until of [4, 12, 24, 40]) {
    const { outages, actions } = incident('start', [[5, 'server.power-loss', 'A']], until);
    expect(actions.length).toBe(until < 5 ? 0 : 1);
    for (const { parts, length } of outages)
      expect(parts.reduce((sum, each) => sum + each.length, 0)).toBe(length);
  }
});

test('milliseconds add up whatever is cut', () => {
  expect(inMillis([1_400, 1_400, 1_400])).toEqual([2, 1, 1]);
  expect(inMillis([999, 999, 1])).toEqual([1, 1, 0]);
  expect(inMillis([])).toEqual([]);
});

test('broken invariants, lost writes and paths are told', () => {
  const broken = incidentMarkdown(incident('s1-broken', [], 30));
  expect(broken).toMatch(/- S1 broke at \d+\.\d{3} s \(.+\): /);
  const { pathsLost, paths } = incident('top-1', [[5, 'cable.cut', 'X.h0.cable']], 30);
  expect(paths).toBe(4);
  expect(pathsLost.map(({ path, text }) => `${path}: ${text}`)).toEqual([
    'Host X, h1 to A1: given up once, now failed',
    'Host X, h1 to B1: given up once, now failed',
  ]);
});

test('what a survivor alone has logged is told as at risk', () => {
  const { writes } = incident('top-1', [[5, 'server.power-loss', 'A']], 38);
  expect(writes.oneLog).toBeGreaterThan(10);
  expect(writes.nowhere).toBe(0);
  expect(incidentMarkdown(incident('top-1', [[5, 'server.power-loss', 'A']], 38))).toMatch(
    /- Acknowledged, not on disk, in one log only: \d+ writes/,
  );
  expect(incident('top-1', [], 8).writes.oneLog).toBe(0);
});

test('of a fleet only what is not as usual is listed', () => {
  const text = incidentMarkdown(incident('fleet', [[5, 'server.power-loss', 'A']], 32));
  expect(text).toContain('- 32 of 1024 paths were given up\n- 32 given up once, now online\n');
  expect(text).toContain('- A4 (50:0a:09:84:86:57:d5:a0) is away: at B 4/S1');
  expect(text).toContain('- 124 of 128 names are at home\n');
  expect(text).toMatch(
    /- Server B owns \d+ disks of Server A\n- The disks of 31 servers are their own/,
  );
  expect(text.split('\n').length).toBeLessThan(60);
});

test('a title is text and nothing else', () => {
  const text = incidentMarkdown(incident('top-1', [], 1, 'a|b\n# <img src=x> [c](d) `e` *f*'));
  expect(text.split('\n')[0]).toBe(
    '# Incident report: a\\|b \\# \\<img src=x\\> \\[c\\]\\(d\\) \\`e\\` \\*f\\*',
  );
});
