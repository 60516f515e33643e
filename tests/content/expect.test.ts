import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heads } from '../../src/content/expect.ts';
import { scenarioSchema } from '../../src/content/jsonSchema.ts';
import { parse } from '../../src/content/scenario.ts';
import { seconds } from '../../src/model/time.ts';
import { faults } from '../jsonSchema.ts';

const base = {
  version: 1,
  id: 'mine',
  title: 'Mine',
  topology: { portFabrics: [1], hostPortFabrics: [1] },
};
const with1 = (line: unknown) => ({ ...base, expect: [line] });

const good: readonly unknown[] = [
  { fact: 'takeover.completed' },
  { fact: 'takeover.completed', server: 'B', partner: 'A', after: '10s', before: '20s' },
  { fact: 'partner.declared-failed', cause: 'no heartbeat' },
  { fact: 'monitor.state', server: 'B', state: 'takingOver.fencing' },
  { fact: 'vport.names-written', portName: '50:0a:09:81:86:57:d5:a0' },
  { fact: 'vport.online', address: '01.02.02' },
  { fact: 'path.plogi-answered', accepted: false },
  { fact: 'io.acknowledged', lun: 'lun0', latency: '5ms' },
  { fact: 'name-server.answered', address: null },
  { fact: 'command.given', command: 'server.hang', thing: 'A' },
  { never: 'path.failed' },
  { never: 'path.failed', path: 'path.1', before: 12 },
  { order: ['partner.suspected', { fact: 'takeover.started', server: 'B' }] },
  { invariants: 'hold' },
  { owner: { 'A.d0': 'B', shelf2: 'B' } },
  { place: { 'A.p0.P': 'B.p0.S1', 'B.p0.P': null } },
  { pause: { lun0: { atMost: '4s', atLeast: '10ms' } } },
];

for (const line of good) {
  test(`${JSON.stringify(line)} is a good expectation, and the schema agrees`, () => {
    const parsed = parse(with1(line));
    expect(parsed.ok ? [] : parsed.problems).toEqual([]);
    expect(faults(scenarioSchema(), with1(line))).toEqual([]);
  });
}

const bad: readonly (readonly [string, unknown, string, string?])[] = [
  ['a text', 'it works', '/expect/0'],
  ['nothing known', { what: 'hm' }, '/expect/0'],
  ['two things at once', { fact: 'server.up', never: 'path.failed' }, '/expect/0', 'each'],
  ['a misspelt kind', { fact: 'takeover.complete' }, '/expect/0/fact', 'takeover.completed'],
  ['a misspelt field', { fact: 'server.up', sever: 'A' }, '/expect/0/sever', 'server'],
  ['a strange thing', { fact: 'server.up', server: 'C' }, '/expect/0/server', 'A'],
  ['a thing of another kind', { fact: 'server.up', server: 'A.p0' }, '/expect/0/server'],
  ['an object for a thing', { fact: 'server.up', server: { toString: 1 } }, '/expect/0/server'],
  ['a row that is not there', { never: 'path.failed', path: 'path.9' }, '/expect/0/path'],
  ['an unknown word', { fact: 'partner.declared-failed', cause: 'spite' }, '/expect/0/cause'],
  ['a state of no chart', { fact: 'monitor.state', state: 'asleep' }, '/expect/0/state'],
  [
    'a name of nobody',
    { fact: 'path.online', portName: '50:00:00:00:00:00:00:00' },
    '/expect/0/portName',
  ],
  ['an address in one piece', { fact: 'vport.online', address: '010202' }, '/expect/0/address'],
  ['a flag in words', { fact: 'path.plogi-answered', accepted: 'yes' }, '/expect/0/accepted'],
  ['a count that is none', { fact: 'heartbeat.missed', missed: 'two' }, '/expect/0/missed'],
  ['a moment that is none', { fact: 'server.up', before: 'soon' }, '/expect/0/before'],
  ['an empty span', { fact: 'server.up', after: '9s', before: '9s' }, '/expect/0/before'],
  ['an order of one', { order: ['server.up'] }, '/expect/0/order'],
  ['an order that is no list', { order: 'server.up' }, '/expect/0/order'],
  ['an order of numbers', { order: [1, 2] }, '/expect/0/order/0'],
  ['invariants that break', { invariants: 'break' }, '/expect/0/invariants'],
  ['an owner of nothing', { owner: {} }, '/expect/0/owner'],
  ['an owner of a LUN', { owner: { lun0: 'B' } }, '/expect/0/owner/lun0'],
  ['an owner that is a disk', { owner: { 'A.d0': 'A.d1' } }, '/expect/0/owner/A.d0'],
  ['a place of a secondary', { place: { 'A.p0.S1': 'B.p0.S1' } }, '/expect/0/place/A.p0.S1'],
  ['a place that is a port', { place: { 'A.p0.P': 'B.p0' } }, '/expect/0/place/A.p0.P'],
  ['a pause without bound', { pause: { lun0: {} } }, '/expect/0/pause/lun0'],
  ['a pause of a disk', { pause: { 'A.d0': { atMost: '1s' } } }, '/expect/0/pause/A.d0'],
  ['a pause without unit', { pause: { lun0: { atMost: '1 day' } } }, '/expect/0/pause/lun0/atMost'],
  ['a second key', { invariants: 'hold', after: '1s' }, '/expect/0/after'],
];

for (const [what, line, where, hint] of bad) {
  test(`an expectation with ${what} is a problem with a place, a reason and a hint`, () => {
    const parsed = parse(with1(line));
    if (parsed.ok) throw new Error('It was accepted');
    const problem = parsed.problems.find((each) => each.where === where);
    expect(problem, JSON.stringify(parsed.problems)).toBeDefined();
    expect(problem!.what.length).toBeGreaterThan(10);
    expect(problem!.hint).toContain(hint ?? '');
    expect(problem!.hint.length).toBeGreaterThan(3);
  });
}

test('a command for a thing that is not there is a problem', () => {
  const script = [
    { at: '1s', do: 'server.hang', thing: 'Q' },
    { at: '1s', do: 'server.hang', thing: 'A.p0' },
    { at: '1s', do: 'server.hanf', thing: 'A' },
  ];
  const parsed = parse({ ...base, script });
  expect(parsed.ok ? [] : parsed.problems).toEqual([
    { where: '/script/0/thing', what: 'There is no Q here.', hint: 'Did you mean A?' },
    {
      where: '/script/1/thing',
      what: 'A.p0 is a port; a server is needed.',
      hint: expect.any(String) as string,
    },
    {
      where: '/script/2/do',
      what: 'There is no command server.hanf.',
      hint: 'Did you mean server.hang?',
    },
  ]);
});

test('a run lasts a minute longer than what is said about time, or as long as the file says', () => {
  const until = (more: object): number => {
    const parsed = parse({ ...base, ...more });
    return parsed.ok ? parsed.scenario.until : -1;
  };
  expect(until({})).toBe(seconds(60));
  expect(until({ script: [{ at: '5s', do: 'server.hang', thing: 'A' }] })).toBe(seconds(65));
  expect(until({ expect: [{ fact: 'server.up', before: '100s' }] })).toBe(seconds(160));
  expect(until({ until: '12s' })).toBe(seconds(12));
});

test('whatever stands in script and expect is read without a crash', () => {
  const words = fc.constantFrom('A', 'A.d0', 'lun0', 'A.p0.P', '1s', 'server.up', 'hold', 'path.1');
  const keys = fc.constantFrom(...heads, 'server', 'after', 'before', '__proto__', 'toString');
  const inner = fc.dictionary(fc.oneof(words, keys), fc.oneof(words, fc.jsonValue()));
  const line = fc.dictionary(keys, fc.oneof(words, inner, fc.jsonValue()));
  fc.assert(
    fc.property(fc.array(fc.oneof(line, fc.jsonValue()), { maxLength: 4 }), (lines) => {
      parse({ ...base, expect: lines });
      parse({ ...base, script: lines, until: lines[0] });
    }),
    { numRuns: 500 },
  );
});
