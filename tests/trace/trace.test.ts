import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { fromGallery } from '../../src/content/gallery.ts';
import { planOf } from '../../src/content/plan.ts';
import { Run } from '../../src/kernel/run.ts';
import type { Action } from '../../src/kernel/run.ts';
import { kindNames } from '../../src/model/kinds.ts';
import { seconds } from '../../src/model/time.ts';
import { commonFields, fields } from '../../src/trace/fields.ts';
import { traceSchema } from '../../src/trace/jsonSchema.ts';
import { TraceStream } from '../../src/trace/traceStream.ts';
import { faults } from '../jsonSchema.ts';

const powerLoss: Action = { at: seconds(3), command: 'server.power-loss', thing: 'A' };

/** The canonical trace of a run and its hash, computed `stride` facts at a time. */
function traced(id: string, actions: readonly Action[], until: number, stride: number) {
  const plan = planOf(fromGallery(id)!);
  const run = new Run(plan, actions);
  const parts: Uint8Array[] = [];
  const stream = new TraceStream(plan, (bytes) => parts.push(bytes));
  let done = false;
  while (!done) {
    done = run.extend(seconds(until), stride);
    stream.take(run.news().words);
  }
  const hash = stream.digest();
  return { bytes: Buffer.concat(parts), hash, count: stream.count };
}

test('the hash is that of the bytes, whatever the portions', () => {
  const once = traced('top-2', [powerLoss], 30, Infinity);
  const often = traced('top-2', [powerLoss], 30, 7);
  expect(often.bytes.equals(once.bytes)).toBe(true);
  expect(once.hash).toBe(createHash('sha256').update(once.bytes).digest('hex'));
  expect(often.hash).toBe(once.hash);
});

test('a longer run goes on where a shorter one ends', () => {
  const short = traced('start', [powerLoss], 5, Infinity);
  const long = traced('start', [powerLoss], 8, Infinity);
  expect(long.bytes.subarray(0, short.bytes.length).equals(short.bytes)).toBe(true);
});

test('every line is a good line of the published schema, its keys in their order', () => {
  const actions: Action[] = [
    powerLoss,
    { at: seconds(8), command: 'server.repair', thing: 'A' },
    { at: seconds(14), command: 'giveback.start', thing: 'A' },
    { at: seconds(20), command: 'port.fail', thing: 'A.p0' },
  ];
  const { bytes, count } = traced('start', actions, 22, Infinity);
  const text = bytes.toString('utf8');
  expect(text.endsWith('\n')).toBe(true);
  const lines = text.trimEnd().split('\n');
  expect(lines).toHaveLength(count + 1);
  const schema = traceSchema();
  const of = schema['$defs'] as Record<string, Readonly<Record<string, unknown>>>;
  expect(faults(of['header']!, JSON.parse(lines[0]!))).toEqual([]);
  const seen = new Set<string>();
  for (const [seq, line] of lines.slice(1).entries()) {
    const fact = JSON.parse(line) as Record<string, unknown>;
    const kind = of[fact['fact'] as string]!;
    seen.add(fact['fact'] as string);
    expect(faults(kind, fact, schema), line).toEqual([]);
    expect(Object.keys(fact)).toEqual(Object.keys(kind['properties'] as object));
    expect(fact['seq']).toBe(seq);
    expect(fact['because'] === null || (fact['because'] as number) < seq).toBe(true);
    expect(JSON.stringify(fact)).toBe(line);
  }
  expect(seen.size).toBeGreaterThan(70);
});

test('things are called by their ids, names are whole, words are words', () => {
  const { bytes } = traced('top-2', [powerLoss], 30, Infinity);
  const text = bytes.toString('utf8');
  for (const part of [
    '{"format":"understudy-trace","version":1,"scenario":"top-2","seed":1,"time":"us"}\n',
    '"fact":"command.given","command":"server.power-loss","thing":"A"}\n',
    '"fact":"partner.declared-failed","server":"B","partner":"A","cause":"no heartbeat"}\n',
    '"fact":"disk.owner-changed","disk":"A.d0","from":"A","to":"B"}\n',
    '"fact":"vport.names-written","vport":"B.p0.S1","nodeName":"50:0a:09:80:86:57:d5:a0","portName":"50:0a:09:81:86:57:d5:a0"}\n',
  ]) {
    expect(text).toContain(part);
  }
});

test('the fields of every kind have names of their own', () => {
  for (const kind of kindNames) {
    const names = fields[kind].map((field) => field.name);
    const all = new Set([...commonFields, ...names]);
    expect(all.size, kind).toBe(commonFields.length + names.length);
    // A count says nothing by itself: src/trace/operandNames.ts must call it something.
    expect(names, kind).not.toContain('value');
  }
});
