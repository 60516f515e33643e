import { expect, test } from 'vitest';
import { csvColumns } from '../../src/log/csv.ts';
import { everything, matcherOf } from '../../src/log/filter.ts';
import type { Filter } from '../../src/log/filter.ts';
import { plainTelling } from '../../src/log/format.ts';
import type { Telling } from '../../src/log/format.ts';
import { formatOf, formats } from '../../src/log/formats.ts';
import { escaped, mostEvents } from '../../src/log/mermaid.ts';
import { Scan } from '../../src/log/scan.ts';
import { Writing } from '../../src/log/writing.ts';
import type { Action } from '../../src/kernel/run.ts';
import { TraceStream } from '../../src/trace/traceStream.ts';
import { powerLoss, ran } from './ran.ts';

const { plan, trace } = ran('start', [powerLoss], 10);

/** The log as a file of this name, of what a filter finds or of everything. */
function written(name: string, filter?: Partial<Filter>, telling: Telling = plainTelling): string {
  const scan = filter && new Scan(plan, trace, matcherOf(plan, { ...everything, ...filter }));
  while (scan?.advance(1e9) === false);
  const writing = new Writing(plan, trace, formatOf(name)!, telling, scan ?? null);
  while (!writing.advance(997)) expect(writing.share).toBeLessThan(1);
  return writing.drain().join('');
}

/** Cells of a table as RFC 4180 has it. */
function cells(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [whole, quoted, bare = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g,
  )) {
    expect(whole).not.toBe('');
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

test('JSON Lines of everything are the canonical trace, byte by byte', () => {
  const parts: Uint8Array[] = [];
  const stream = new TraceStream(plan, (bytes) => parts.push(bytes));
  trace.forEach(0, trace.count, (words, i) => stream.take(words.slice(i * 8, i * 8 + 8)));
  stream.digest();
  expect(written('x.jsonl')).toBe(Buffer.concat(parts).toString('utf8'));
});

test('JSON Lines of what is filtered are lines of the same file', () => {
  const all = new Set(written('x.jsonl').split('\n'));
  const lines = written('x.jsonl', { text: 'heartbeat', loudness: 'event' }).split('\n');
  expect(lines.length).toBeGreaterThan(4);
  expect(lines.length).toBeLessThan(100);
  expect(lines.every((line) => all.has(line))).toBe(true);
});

test('CSV parses back to what was told, whatever stands in a sentence', () => {
  const say = (text: string): string => `=1,"${text}"\r\n;`;
  const rows = cells(written('x.csv', undefined, { length: 'short', say }));
  expect(rows[0]).toEqual(csvColumns);
  expect(rows).toHaveLength(trace.count + 1);
  const json = written('x.jsonl').trimEnd().split('\n').slice(1);
  const text = written('x.txt').trimEnd().split('\n');
  for (const [i, [seq, at, step, because, fact, , sentence]] of rows.slice(1).entries()) {
    const told = JSON.parse(json[i]!) as Record<string, unknown>;
    expect([seq, at, step, because, fact]).toEqual(
      [told['seq'], told['at'], told['step'], told['because'] ?? '', told['fact']].map(String),
    );
    expect(sentence).toBe(say(text[i]!.replace(/^\S+ {2}/, '')));
  }
});

test('text has one fact a line, its instant in front, in the length asked for', () => {
  const events = { loudness: 'event', text: 'heartbeat.missed' } as const;
  expect(written('x.txt', events).split('\n')[0]).toMatch(
    /^03\.\d{6} {2}B misses heartbeat 1 of A$/,
  );
  expect(written('x.txt', events, { ...plainTelling, length: 'expert' })).toMatch(
    /^03\.\d{6} {2}heartbeat\.missed server="B"/,
  );
  const broken = written('x.txt', events, {
    ...plainTelling,
    say: (text) => `${text}\nand\r\nmore`,
  });
  expect(broken.trimEnd().split('\n')).toHaveLength(
    written('x.txt', events).trimEnd().split('\n').length,
  );
});

test('a sequence diagram has messages as arrows and other events as notes', () => {
  const lines = written('x.mmd')
    .trimEnd()
    .split('\n')
    .map((line) => line.trim());
  expect(lines[0]).toBe('sequenceDiagram');
  expect(lines.filter((line) => line.startsWith('participant'))).toEqual(
    expect.arrayContaining(['participant F1 as Fabric 1', 'participant S2 as Server B']),
  );
  const known = new Set(lines.flatMap((line) => /^participant (\w+)/.exec(line)?.[1] ?? []));
  let drawn = 0;
  for (const line of lines.slice(1)) {
    if (line.startsWith('participant')) continue;
    const [, , , ids] = /^((\w+->>\w+)|Note over ([\w,]+)): [^;\n]+$/.exec(
      line.replace(/#\d+;/g, ''),
    )!;
    for (const id of (ids ?? line.split(':')[0]!).split(/,|->>/))
      expect(known.has(id), line).toBe(true);
    drawn++;
  }
  expect(drawn).toBeLessThanOrEqual(mostEvents + 1);
  expect(lines).toContainEqual(
    expect.stringMatching(/^Note over S1: 03\.0{6} Server A loses power/),
  );
  expect(lines).toContainEqual(expect.stringMatching(/^S2->>F\d: .*\(FDISC\)/));
});

test('a diagram that would be too long says so in its last line', () => {
  const repair: Action = { at: 10_000_000, command: 'server.repair', thing: 'A' };
  const giveback: Action = { at: 20_000_000, command: 'giveback.start', thing: 'A' };
  const long = ran('start', [powerLoss, repair, giveback], 30);
  const writing = new Writing(long.plan, long.trace, formatOf('x.mmd')!, plainTelling, null);
  while (!writing.advance(1e9));
  expect(writing.drain().join('').trimEnd().split('\n').at(-1)).toMatch(
    /Only the first 200 events are drawn, [\d,]+ more follow/,
  );
});

test('an empty log is a whole file in every format', () => {
  for (const { extension } of formats) {
    const text = written(`x.${extension}`, { text: 'nowhere to be found' });
    expect(text.split('\n').length).toBeLessThan(4);
  }
  expect(written('x.mmd', { text: 'nowhere to be found' })).toContain('participant R as The run');
});

test('signs that mean something to Mermaid are escaped', () => {
  expect(escaped('a;b#c\nd\r\n<e>')).toBe('a#59;b#35;c d #60;e#62;');
});

test('a file’s name tells its format', () => {
  expect(formatOf('out.CSV')?.id).toBe('csv');
  expect(formatOf('a.b.jsonl')?.id).toBe('json-lines');
  expect(formatOf('csv')).toBeNull();
});
