import { expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { menu } from '../../src/content/gallery.ts';
import { safeguards } from '../../src/content/safeguards.ts';
import { properties } from '../../src/properties/index.ts';
import { understudy } from './cli.ts';

test('list shows the gallery, for people and as JSON', () => {
  const { code, out } = understudy('list', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual(menu);
  const lines = understudy('list').out.trimEnd().split('\n');
  expect(lines).toHaveLength(menu.length);
  expect(lines[0]).toMatch(/^start +Start here +Two servers/);
  expect(understudy('list', 'all').code).toBe(2);
});

test('help is there for the program and for each subcommand', () => {
  for (const args of [['--help'], ['-h'], ['help']]) {
    const { code, out } = understudy(...args);
    expect(code).toBe(0);
    for (const part of ['NAME', 'SYNOPSIS', 'DESCRIPTION', 'EXIT STATUS', 'EXAMPLES'])
      expect(out).toContain(part);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  }
  for (const subcommand of ['run', 'show', 'list', 'check', 'explain']) {
    const { code, out } = understudy(subcommand, '--help');
    expect(code).toBe(0);
    expect(out).toContain(`understudy ${subcommand} - `);
    expect(understudy('help', subcommand).out).toBe(out);
  }
  expect(understudy('--version').out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('without a word the program says how it is used, and ends with 2', () => {
  const { code, out, err } = understudy();
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('SYNOPSIS');
});

test('explain tells an invariant by its sentence, source and witnesses', () => {
  const { code, out } = understudy('explain', 's3');
  expect(code).toBe(0);
  expect(out.replace(/\s+/g, ' ')).toContain(properties.find(({ id }) => id === 'S3')!.sentence);
  for (const part of ['Claims 1, 12, 18', 'disk and request', 'io.served'])
    expect(out).toContain(part);
});

test('explain tells a fault by what it reaches', () => {
  const { code, out } = understudy('explain', 'port.fail');
  expect(code).toBe(0);
  for (const part of ['for a port', 'A.p0.P', 'understudy run start --do']) {
    expect(out).toContain(part);
  }
});

test('explain tells an invariant by the scenarios that break it and hold it', () => {
  const out = understudy('explain', 'l3').out.replace(/\s+/g, ' ');
  for (const part of ['Owed until its deadline', 'run l3-broken', 'run l3-holds'])
    expect(out).toContain(part);
});

test('explain tells a safeguard by its values and by what breaks without it', () => {
  const { code, out } = understudy('explain', 'secondLogin');
  expect(code).toBe(0);
  for (const part of ['safeguard', '“ends the first”', 'refused unless', 's1-broken', 'l6-holds'])
    expect(out.replace(/\s+/g, ' ')).toContain(part);
});

test('explain knows every command, invariant and safeguard, and says so', () => {
  const { code, out } = understudy('explain');
  expect(code).toBe(0);
  const ids = [...commands, ...properties].map(({ id }) => id);
  for (const id of [...ids, ...Object.keys(safeguards)])
    expect(out).toMatch(new RegExp(`^  ${id} `, 'm'));
});

test('what is unknown is met with the nearest word', () => {
  for (const [word, near] of [
    ['server.powerloss', 'Did you mean server.power-loss?'],
    ['S99', 'Did you mean S9?'],
    ['claim-99', 'Did you mean claim-9?'],
  ]) {
    const { code, err } = understudy('explain', word!);
    expect(code).toBe(2);
    expect(err).toContain(near);
  }
});

test('show prints a moment in the shape of a product', () => {
  const { code, out } = understudy(
    'show',
    'showport',
    'start',
    '--at',
    '20s',
    '--do',
    '5s server.power-loss A',
  );
  expect(code).toBe(0);
  const lines = out.trimEnd().split('\n');
  expect(lines[0]).toBe('Ports and their partners, start at 20.000 s');
  expect(lines.slice(2).map((line) => line.trim().split(/\s+/).slice(-2).join(' '))).toEqual([
    '1:1:1 failed_over',
    '1:1:2 failed_over',
    '0:1:1 active',
    '0:1:2 active',
  ]);
  expect(understudy('show').out).toContain('lstargetportfc');
});

test('show refuses what it cannot print, with a hint', () => {
  for (const [args, hint] of [
    [['show', 'shwport', 'start'], 'Did you mean showport?'],
    [['show', 'showport'], 'It names no scenario.'],
    [['show', 'showport', 'start', '--at', 'soon'], 'Write --at 8s.'],
    [['show', 'showport', 'start', '--do', '1s giveback.start A', '--at', '9s'], '1.000 s'],
  ] as const) {
    const { code, out, err } = understudy(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(hint);
  }
});

test('explain tells the words of a product, their sources and what differs', () => {
  const { code, out } = understudy('explain', 'svc');
  expect(code).toBe(0);
  expect(out.replace(/\s+/g, ' ')).toContain('server → node');
  expect(out).toContain('In reality:');
});
