import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cli } from '../../scripts/cli.mjs';
import { reportSchema } from '../../src/report/jsonSchema.ts';
import type { Report } from '../../src/report/report.ts';
import { faults } from '../jsonSchema.ts';
import { file, folder, scenario, understudy } from './cli.ts';

const powerLoss = [{ at: '5s', do: 'server.power-loss', thing: 'A' }];
const short = ['run', 'top-2', '--until', '30s', '--do', '5s server.power-loss A'];

test('a report has the shape that its schema publishes, and is the same each time', () => {
  const { code, out, err } = understudy(...short, '--json');
  expect(err).toBe('');
  expect(code).toBe(0);
  const report = JSON.parse(out) as Report;
  expect(faults(reportSchema(), report)).toEqual([]);
  expect(report.time).toBe(30_000_000);
  expect(report.scenario.id).toBe('top-2');
  expect(report.owners['A.d0']).toBe('B');
  expect(report.names[0]).toMatchObject({ home: 'A.p0.P', place: 'B.p0.S1' });
  const [outage] = report.outages;
  expect(Object.values(outage!.parts).reduce((sum, part) => sum + part)).toBe(outage!.length);
  expect(understudy(...short, '--json').out).toBe(out);
});

test('the hash is that of the trace file, line by line', () => {
  const args = [...short, '--seed', '7', '--trace', 'out.jsonl', '--json'];
  const report = JSON.parse(understudy(...args).out) as Report;
  const lines = readFileSync(join(folder, 'out.jsonl'), 'utf8').trimEnd().split('\n');
  const hash = createHash('sha256');
  for (const line of lines) {
    expect(JSON.stringify(JSON.parse(line))).toBe(line);
    hash.update(`${line}\n`);
  }
  expect(report.traceHash).toBe(hash.digest('hex'));
  expect(lines).toHaveLength(report.facts + 1);
  expect(report.seed).toBe(7);
  expect(JSON.parse(understudy(...short, '--json').out)).not.toMatchObject({
    traceHash: report.traceHash,
  });
});

test('the log is written in the format that its name tells', () => {
  const written = (name: string): string => {
    const { code, err } = understudy(...short, '--log', name, '--trace', 'beside.jsonl');
    expect([code, err]).toEqual([0, '']);
    return readFileSync(join(folder, name), 'utf8');
  };
  const text = written('log.txt').trimEnd().split('\n');
  expect(text).toContain('05.000000  Server A loses power');
  const trace = readFileSync(join(folder, 'beside.jsonl'), 'utf8');
  expect(text).toHaveLength(trace.trimEnd().split('\n').length - 1);
  expect(written('log.csv').split('\r\n')[0]).toBe('seq,at,step,because,fact,fields,sentence');
  expect(written('log.mmd')).toMatch(/^sequenceDiagram\n {4}participant H1 as Host X\n/);
  expect(written('log.jsonl')).toBe(trace);
});

test('commands of the script and of the command line are one story', () => {
  const told = file('told.json', scenario({ script: powerLoss, until: '20s' }));
  const untold = file('untold.json', scenario());
  const args = ['--until', '20s', '--do', '5s server.power-loss A', '--json'];
  const hash = (text: string): string => (JSON.parse(text) as Report).traceHash;
  expect(hash(understudy('run', untold, ...args).out)).toBe(
    hash(understudy('run', told, '--json').out),
  );
});

test('for people it says what was out, for how long and why', () => {
  const { code, out } = understudy(...short);
  expect(code).toBe(0);
  for (const part of [
    /top-2: A single path/,
    /lun0 .* until B answers at B\.p0\.S1\n +detect 15\.\d+ s, .*fence 1\.000 s/,
    /Invariants: 30 of 30 hold/,
    /B owns A\.d0, A\.d1/,
    /A\.p0\.P +50:0a:09:81:86:57:d5:a0 +B\.p0\.S1, address 01\.02\.02/,
  ]) {
    expect(out).toMatch(part);
  }
});

test('an expectation that fails is told, and ends with 1', () => {
  const expected = [{ fact: 'takeover.completed', server: 'B' }, { never: 'takeover.started' }];
  const name = file('fails.json', scenario({ script: powerLoss, until: '15s', expect: expected }));
  const { code, out } = understudy('run', name);
  expect(code).toBe(1);
  expect(out).toContain('Expectations: 1 of 2 hold');
  expect(out).toMatch(/FAILED {2}\{"never":"takeover.started"\}\n +It happened at/);
});

test('a command that does not apply is told with its moment, and ends with 2', () => {
  const twice = ['--do', '5s server.power-loss A', '--do', '6s server.power-loss A'];
  const { code, out, err } = understudy('run', 'start', '--until', '7s', ...twice, '--json');
  expect(code).toBe(2);
  expect(err).toBe(
    'understudy: 6.000 s server.power-loss A: It is off already. Choose another verb or moment.\n',
  );
  expect((JSON.parse(out) as Report).refused).toHaveLength(1);
});

const mistakes: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['no scenario', ['run'], /^understudy: run: .*understudy run start/],
  ['two scenarios', ['run', 'start', 'top-1'], /takes one scenario/],
  ['a scenario that is nowhere', ['run', 'strat'], /strat: .*Did you mean start\?/],
  ['a folder', ['run', '.'], /\.: This is a folder\./],
  ['a misspelt option', ['run', 'start', '--sed', '1'], /--sed: .*Did you mean --seed\?/],
  ['an option without value', ['run', 'start', '--seed'], /--seed: It needs a value/],
  ['an option twice', ['run', 'start', '--seed=1', '--seed=2'], /--seed: It is given twice/],
  ['a flag with a value', ['run', 'start', '--json=yes'], /--json: It takes no value/],
  ['a seed in words', ['run', 'start', '--seed', 'lucky'], /--seed lucky: A seed is/],
  ['a seed too large', ['run', 'start', '--seed', '2147483648'], /--seed 2147483648: A seed is/],
  ['no time', ['run', 'start', '--until', 'soon'], /--until soon: .*--until 120s/],
  ['too much time', ['run', 'start', '--until', '25h'], /--until 25h/],
  ['a command without thing', ['run', 'start', '--do', '5s server.hang'], /--do "5s server.hang"/],
  ['a misspelt command', ['run', 'start', '--do', '5s server.hank A'], /mean server\.hang\?/],
  ['a thing of another kind', ['run', 'start', '--do', '5s server.hang A.p0'], /A\.p0 is a port/],
  ['a thing that is not', ['run', 'start', '--do', '5s server.hang C'], /There is no C here/],
  [
    'a command after the end',
    ['run', 'start', '--until', '4s', '--do', '5s server.hang A'],
    /--until 4s: A --do comes after/,
  ],
  ['a trace in no folder', ['run', 'start', '--trace', 'no/where'], /--trace no\/where: .*ENOENT/],
  [
    'a log in no folder',
    ['run', 'start', '--log', 'no/where.txt'],
    /--log no\/where\.txt: .*ENOENT/,
  ],
  [
    'a log of no format',
    ['run', 'start', '--log', 'log.xml'],
    /--log log\.xml: .*End it in one of/,
  ],
  [
    'one file for two',
    ['run', 'start', '--trace', 'a.jsonl', '--log', './a.jsonl'],
    /--log \.\/a\.jsonl: This is the file of --trace/,
  ],
  ['a strange subcommand', ['rum'], /rum: .*Did you mean run\?/],
];

for (const [what, args, told] of mistakes) {
  test(`${what} is met with its place and a hint, and ends with 2`, () => {
    const { code, out, err } = understudy(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(told);
    expect(err).not.toMatch(/ {4}at /);
  });
}

test('a trace never overwrites the scenario it comes from', () => {
  const name = file('kept.json', scenario());
  expect(understudy('run', name, '--trace', `./${name}`).code).toBe(2);
  expect(JSON.parse(readFileSync(join(folder, name), 'utf8'))).toEqual(scenario());
});

test('Ctrl C ends a run in order: whole lines, a report, 130', async () => {
  const args = [cli, 'run', 'top-1', '--until', '24h', '--trace', 'cut.jsonl', '--json'];
  const child = spawn(process.execPath, args, { cwd: folder });
  let out = '';
  child.stdout.on('data', (text) => (out += text));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const path = join(folder, 'cut.jsonl');
  const begun = (): boolean => existsSync(path) && readFileSync(path).length > 0;
  while (!begun()) await new Promise((resolve) => setTimeout(resolve, 50));
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  const bytes = readFileSync(path);
  const report = JSON.parse(out) as Report;
  expect(report.traceHash).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(bytes.at(-1)).toBe(10);
});

test('who reads only the beginning is no mistake', async () => {
  const child = spawn(process.execPath, [cli, ...short, '--json'], { cwd: folder });
  let err = '';
  child.stderr.on('data', (text) => (err += text));
  child.stdout.destroy();
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect([code, err]).toEqual([0, '']);
});
