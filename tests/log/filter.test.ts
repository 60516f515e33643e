import { expect, test } from 'vitest';
import { everything, groupOf, groups, matcherOf } from '../../src/log/filter.ts';
import type { Filter } from '../../src/log/filter.ts';
import { FactReader } from '../../src/log/reader.ts';
import { Scan } from '../../src/log/scan.ts';
import { kindList, kindNames } from '../../src/model/kinds.ts';
import { thingOf } from '../../src/model/plan.ts';
import { powerLoss, ran } from './ran.ts';

const { plan, trace } = ran('start', [powerLoss], 10);
const reader = new FactReader(plan, trace);

/** Sequence numbers of what a filter finds, looked for in stretches. */
function found(filter: Partial<Filter>, stretch = 997, say?: (text: string) => string): number[] {
  const scan = new Scan(plan, trace, matcherOf(plan, { ...everything, ...filter }, say));
  while (!scan.advance(stretch));
  return Array.from({ length: scan.found }, (_, place) => scan.seqAt(place));
}
const all = Array.from({ length: trace.count }, (_, seq) => seq);
const nameOf = (seq: number): string => kindNames[trace.kind(seq)]!;

test('with no wish everything is found', () => {
  expect(found({})).toEqual(all);
});

test('by loudness', () => {
  const loud = (seq: number): string => kindList[trace.kind(seq)]!.loudness;
  expect(found({ loudness: 'event' })).toEqual(all.filter((seq) => loud(seq) === 'event'));
  expect(found({ loudness: 'detail' })).toEqual(all.filter((seq) => loud(seq) !== 'routine'));
});

test('by group', () => {
  expect(groups).toContain('name-server');
  const wanted = ['heartbeat', 'vport'];
  expect(found({ groups: wanted })).toEqual(
    all.filter((seq) => wanted.includes(groupOf(nameOf(seq)))),
  );
});

test('by words of the sentence or the dotted name, in any order', () => {
  const told = (seq: number): string => reader.tell(seq, 'short').text.toLowerCase();
  const expected = all.filter(
    (seq) => nameOf(seq).includes('heartbeat') || told(seq).includes('heartbeat'),
  );
  expect(expected.some((seq) => !nameOf(seq).includes('heartbeat'))).toBe(true);
  expect(found({ text: ' Heartbeat ' })).toEqual(expected);
  expect(found({ text: 'heartbeat' }, 13)).toEqual(expected);
  expect(found({ text: 'missed b' })).toEqual(found({ text: 'B heartbeat.missed' }));
  expect(found({ text: 'nonsense.that.is.nowhere' })).toEqual([]);
  const say = (text: string): string => text.replaceAll('heartbeat', 'keep-alive');
  expect(found({ text: 'keep-alive' }, 997, say).length).toBeGreaterThan(0);
});

test('by thing: facts that name it or a part of it, or one of its names', () => {
  const about = (id: string): Set<number> => new Set(found({ thing: thingOf(plan, id)! }));
  const has = (id: string, part: RegExp): boolean =>
    [...about(id)].some((seq) => part.test(reader.tell(seq, 'expert').text));
  const server = about('A');
  for (const part of ['A.p0', 'A.p0.P', 'A.d0', 'A.p0.cable'])
    for (const seq of about(part)) expect(server.has(seq), part).toBe(true);
  expect(has('A', /^command\.given .*thing="A"/)).toBe(true);
  expect(has('A', /server="B" partner="A"/)).toBe(true);
  // The name of A is written into a slot of B: that concerns both.
  expect(has('A.p0.P', /^vport\.names-written vport="B\./)).toBe(true);
  expect(has('B.d0', /"A\.d/)).toBe(false);
  expect(has('X', /"X\.h0"|path="path\.1"/)).toBe(true);
  expect([...about('A.d0')].every((seq) => /"A\.d0"/.test(reader.tell(seq, 'expert').text))).toBe(
    true,
  );
});

test('it goes on when the trace grows, and knows when it must begin anew', () => {
  const branch = trace.fork(trace.count - 500);
  const scan = new Scan(plan, branch, matcherOf(plan, { ...everything, loudness: 'event' }));
  expect(scan.advance(10)).toBe(false);
  expect(scan.advance(1e9)).toBe(true);
  const before = scan.found;
  const more: number[] = [];
  trace.forEach(branch.count, trace.count, (words, i) =>
    more.push(...words.subarray(i * 8, i * 8 + 8)),
  );
  branch.append(Int32Array.from(more));
  expect(scan.advance(1e9)).toBe(true);
  expect(scan.scanned).toBe(trace.count);
  expect(scan.found).toBeGreaterThanOrEqual(before);
  expect(scan.placeOf(scan.seqAt(3))).toBe(3);
  expect(scan.placeOf(scan.seqAt(3) + 1)).toBe(4);
  expect(scan.stale).toBe(false);
  branch.truncate(100);
  expect(scan.stale).toBe(true);
});
