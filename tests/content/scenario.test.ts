import { expect, test } from 'vitest';
import { fromGallery, gallery } from '../../src/content/gallery.ts';
import { generateCluster } from '../../src/content/generate.ts';
import { planOf } from '../../src/content/plan.ts';
import { parse, parseText } from '../../src/content/scenario.ts';
import { thingOf } from '../../src/model/plan.ts';

const good = {
  version: 1,
  id: 'mine',
  title: 'Mine',
  topology: { portFabrics: [1], hostPortFabrics: [1] },
};

for (const entry of gallery) {
  test(`${entry.id} of the gallery is a good scenario and opens settled`, () => {
    const parsed = parse(entry.file);
    expect(parsed.ok ? [] : parsed.problems).toEqual([]);
    const once = planOf(fromGallery(entry.id)!);
    const twice = planOf(fromGallery(entry.id)!);
    expect(new Uint8Array(once.start)).toEqual(new Uint8Array(twice.start));
  });
}

const mistakes: readonly (readonly [string, unknown, string])[] = [
  ['no object', 5, '/'],
  ['no version', { ...good, version: undefined }, '/version'],
  ['another version', { ...good, version: 2 }, '/version'],
  ['a bad id', { ...good, id: 'My Cluster' }, '/id'],
  ['no title', { ...good, title: '' }, '/title'],
  ['an unknown key', { ...good, timer: {} }, '/timer'],
  ['no topology', { ...good, topology: undefined }, '/topology'],
  [
    'an odd number of servers',
    { ...good, topology: { ...good.topology, servers: 3 } },
    '/topology/servers',
  ],
  [
    'too many servers',
    { ...good, topology: { ...good.topology, servers: 4096 } },
    '/topology/servers',
  ],
  [
    'too many paths',
    {
      ...good,
      topology: {
        servers: 1024,
        hosts: 64,
        portFabrics: [1, 1, 1, 1],
        hostPortFabrics: [1, 1, 1, 1],
      },
    },
    '/topology',
  ],
  [
    'no fabric in common',
    { ...good, topology: { portFabrics: [1], hostPortFabrics: [2] } },
    '/topology/hostPortFabrics',
  ],
  [
    'disks that do not divide',
    { ...good, topology: { ...good.topology, lunsPerServer: 2, disksPerServer: 5 } },
    '/topology/disksPerServer',
  ],
  ['a time that is none', { ...good, timers: { boot: 'soon' } }, '/timers/boot'],
  ['a time out of range', { ...good, timers: { fence: '9h' } }, '/timers/fence'],
  ['a misspelt timer', { ...good, timers: { fense: '1s' } }, '/timers/fense'],
  [
    'a policy of no known kind',
    { ...good, policies: { noPathRetry: 'pray' } },
    '/policies/noPathRetry',
  ],
  ['a share above one', { ...good, workload: { readShare: 2 } }, '/workload/readShare'],
  [
    'an unknown command',
    { ...good, script: [{ at: '1s', do: 'server.explode', thing: 'A' }] },
    '/script/0/do',
  ],
  [
    'a script without time',
    { ...good, script: [{ do: 'server.panic', thing: 'A' }] },
    '/script/0/at',
  ],
  [
    'a fact that does not exist',
    { ...good, script: [{ when: 'takeover.begun', do: 'server.panic', thing: 'A' }] },
    '/script/0/when',
  ],
  [
    'a fact of a thing that is not there',
    { ...good, script: [{ when: 'takeover.started', of: 'Q', do: 'server.panic', thing: 'A' }] },
    '/script/0/of',
  ],
  [
    'a thing of no fact',
    { ...good, script: [{ at: '1s', of: 'B', do: 'server.panic', thing: 'A' }] },
    '/script/0/of',
  ],
  ['a stop without a fact', { ...good, script: [{ do: 'stop' }] }, '/script/0'],
  [
    'a stop at a moment',
    { ...good, script: [{ at: '1s', when: 'takeover.started', do: 'stop' }] },
    '/script/0/at',
  ],
  ['a seed that is no number', { ...good, seed: 'lucky' }, '/seed'],
];

for (const [what, value, where] of mistakes) {
  test(`${what} is a problem with a place, a reason and a hint`, () => {
    const parsed = parse(value);
    if (parsed.ok) throw new Error('It was accepted');
    const problem = parsed.problems.find((each) => each.where === where);
    expect(problem, JSON.stringify(parsed.problems)).toBeDefined();
    expect(problem!.what.length).toBeGreaterThan(10);
    expect(problem!.hint.length).toBeGreaterThan(3);
  });
}

test('a misspelt name is met with the nearest one', () => {
  const parsed = parse({ ...good, timers: { heartbeatIntervall: '1s' } });
  expect(parsed.ok ? '' : parsed.problems[0]!.hint).toContain('heartbeatInterval');
});

test('text that is not JSON, and text that is too long, are problems too', () => {
  expect(parseText('{').ok).toBe(false);
  expect(parseText(' '.repeat(5_000_001)).ok).toBe(false);
});

test('the opening scenario has the names and addresses of the field', () => {
  const plan = planOf(fromGallery('start')!);
  for (const id of [
    'A',
    'A.p0',
    'A.p0.P',
    'A.p0.S1',
    'A.p0.cable',
    'interconnect.A-B',
    'F1',
    'X',
    'X.h0',
    'X.h0.cable',
    'shelf1',
    'A.d3',
    'lun0',
  ]) {
    expect(thingOf(plan, id), id).not.toBeNull();
  }
  expect(plan.names).toContain('50:0a:09:81:86:57:d5:a0');
  expect(plan.names).toContain('50:0a:09:82:86:57:c3:b0');
});

test('clusters of 2 to 1,024 servers can be generated', () => {
  for (const servers of [2, 64, 1024]) {
    expect(planOf(generateCluster({ servers })).rows.server).toBe(servers);
  }
});
