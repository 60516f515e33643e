import { expect, test } from 'vitest';
import { lengths, LogText } from '../../src/log/logText.ts';
import { FactReader } from '../../src/log/reader.ts';
import { readFact } from '../../src/model/fact.ts';
import type { Fact } from '../../src/model/fact.ts';
import { apply, kindList, kindNames } from '../../src/model/kinds.ts';
import { worldOf } from '../../src/model/world.ts';
import { fields } from '../../src/trace/fields.ts';
import { powerLoss, ran } from './ran.ts';

const { plan, trace } = ran('start', [powerLoss], 12);
const text = new LogText(plan);
/** A question mark stands for what has no name, but for the one sentence that asks a question. */
const bad = /undefined|NaN|null|\[object|(?<!will it stay)\?/;

/** The world in the middle of the run, where things are logged in and requests are on their way. */
const world = worldOf(plan);
trace.standAt(world, trace.seqAt(10_000_000), -1);

/** A fact of a kind about the first thing of each table it names. */
function madeUp(kind: number): Fact {
  const [a, b, c, d] = kindList[kind]!.operands.map(({ kind: of }) =>
    of === 'address' ? 0x010203 : 1,
  );
  const told = { seq: 7, kind, at: 5_000_000, step: 3, because: 6 };
  return { ...told, a: a ?? 0, b: b ?? 0, c: c ?? 0, d: d ?? 0 };
}

test('every kind of fact is told in all three lengths, and none shows a hole', () => {
  for (const [kind, name] of kindNames.entries()) {
    const fact = madeUp(kind);
    // What a fact gives up (a message, an entry) is gone just after it, so it is told before.
    const [short, full, expert] = lengths.map((length) => text.of(length, world, fact));
    expect(short, name).toBeTruthy();
    expect(full!.startsWith(short!), name).toBe(true);
    expect(`${short}${full}`, name).not.toMatch(bad);
    expect(expert!.startsWith(name), name).toBe(true);
    expect(expert, name).toMatch(/ step=3 because=6$/);
    for (const field of fields[name]) expect(expert, name).toContain(` ${field.name}=`);
    expect(expert, name).not.toMatch(/undefined|NaN/);
  }
});

test('every fact of a run is told in all three lengths', () => {
  const w = worldOf(plan);
  trace.forEach(0, trace.count, (words, i, seq) => {
    apply(w, words, i);
    const fact = readFact(words, i, seq - i);
    for (const length of lengths) {
      const told = text.of(length, w, fact);
      expect(told.length).toBeGreaterThan(5);
      expect(told).not.toMatch(/undefined|NaN|\n/);
    }
  });
});

test('full tells operands in words and whole names, expert as the trace has them', () => {
  const reader = new FactReader(plan, trace);
  const find = (kind: string): number => {
    for (let seq = 0; seq < trace.count; seq++) if (kindNames[trace.kind(seq)] === kind) return seq;
    throw new Error(`No ${kind}`);
  };
  const missed = find('heartbeat.missed');
  expect(reader.tell(missed, 'full').text).toBe(
    'B misses heartbeat 1 of A (server: Server B; partner: Server A; missed: 1)',
  );
  expect(reader.tell(missed, 'expert').text).toMatch(
    /^heartbeat\.missed server="B" partner="A" missed=1 step=\d+ because=\d+$/,
  );
  expect(reader.tell(find('vport.names-written'), 'full').text).toMatch(
    /; port name: ([0-9a-f]{2}:){7}[0-9a-f]{2}\)$/,
  );
  expect(reader.tell(find('vport.online'), 'full').text).toMatch(/address: \d\d\.\d\d\.\d\d\)$/);
  expect(reader.tell(find('command.given'), 'full').text).toMatch(/thing: Server A\)$/);
  expect(reader.tell(find('monitor.state'), 'full').text).toMatch(/state: “.+”/);
});

test('a reader tells facts in any order as if in turn', () => {
  const forwards = new FactReader(plan, trace);
  const backwards = new FactReader(plan, trace);
  const seqs = Array.from({ length: 60 }, (_, i) => Math.floor(((i + 1) * trace.count) / 61));
  const turned = [...seqs].reverse().map((seq) => backwards.tell(seq, 'full').text);
  expect(turned.reverse()).toEqual(seqs.map((seq) => forwards.tell(seq, 'full').text));
});
