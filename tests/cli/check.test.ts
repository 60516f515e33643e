import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { scenarioSchema } from '../../src/content/jsonSchema.ts';
import { settings } from '../../src/content/settings.ts';
import { faults } from '../jsonSchema.ts';
import { file, scenario, understudy } from './cli.ts';

const docs = readFileSync(
  fileURLToPath(new URL('../../docs/scenarios.md', import.meta.url)),
  'utf8',
);
const example = /```json\n([\s\S]*?)```/.exec(docs)![1]!;
const powerLoss = [{ at: '5s', do: 'server.power-loss', thing: 'A' }];

test('the example of the documentation is a good scenario and shows what it expects', () => {
  expect(faults(scenarioSchema(), JSON.parse(example))).toEqual([]);
  const { code, out, err } = understudy('check', file('example.json', example));
  expect([code, err], out).toEqual([0, '']);
  const count = (JSON.parse(example) as { expect: unknown[] }).expect.length;
  expect(out).toContain(`${count} of ${count} expectations and 30 of 30 invariants hold`);
});

test('the documentation names every key of the format', () => {
  const keys = (schema: object): string[] =>
    Object.entries(schema).flatMap(([key, value]) =>
      typeof value !== 'object' || value === null
        ? []
        : key === 'properties'
          ? [...Object.keys(value as object), ...Object.values(value as object).flatMap(keys)]
          : keys(value as object),
    );
  const missing = [...keys(scenarioSchema()), ...Object.keys(settings)].filter(
    (key) => !docs.includes(`\`${key}\``),
  );
  expect([...new Set(missing)]).toEqual([]);
});

test('several scenarios are checked, of the gallery too, and the worst counts', () => {
  const good = file('good.json', scenario({ script: powerLoss, expect: [{ invariants: 'hold' }] }));
  const failing = file(
    'failing.json',
    scenario({ script: powerLoss, expect: [{ owner: { 'A.d0': 'A' } }, { never: 'path.lost' }] }),
  );
  expect(understudy('check', good, 'start').code).toBe(0);
  const { code, out } = understudy('check', failing, good);
  expect(code).toBe(1);
  expect(out).toMatch(/^FAILED {2}failing\.json: 65\.000 s, 1 of 2 expectations/m);
  expect(out).toContain('FAILED  {"owner":{"A.d0":"A"}}\n          A.d0 belongs to B.');
  expect(out).toMatch(/^ok {6}good\.json/m);
  const broken = file('broken.json', scenario({ timers: { fense: '1s' } }));
  expect(understudy('check', failing, broken).code).toBe(2);
});

const bad: readonly (readonly [string, unknown, string])[] = [
  ['not-json', '{ "version": 1,', 'not-json.json: This is not JSON'],
  ['misspelt', scenario({ timers: { fense: '1s' } }), '/timers/fense: .*Did you mean fence?'],
  [
    'expects',
    scenario({ expect: [{ fact: 'takeover.complete' }] }),
    '/expect/0/fact: .*Did you mean takeover.completed?',
  ],
  [
    'script',
    scenario({ script: [{ at: '1s', do: 'server.hang', thing: 'C' }] }),
    '/script/0/thing: There is no C here.',
  ],
  ['no-text', Uint8Array.of(0x7b, 0xff, 0xfe), 'no-text.json: The file is not text in UTF-8.'],
  ['too-large', `"${' '.repeat(5_000_000)}"`, 'larger than 5 MB'],
];

for (const [name, content, told] of bad) {
  test(`a file that is ${name} is met with place and hint, and ends with 2`, () => {
    const { code, out, err } = understudy('check', file(`${name}.json`, content));
    expect(code).toBe(2);
    expect(out).toBe(`FAILED  ${name}.json\n`);
    expect(err).toMatch(new RegExp(told.replaceAll('?', '\\?')));
  });
}

test('a script line that does not apply is bad input', () => {
  const again = { at: '6s', do: 'server.power-loss', thing: 'A' };
  const name = file('twice.json', scenario({ script: [...powerLoss, again], until: '7s' }));
  const { code, err } = understudy('check', name);
  expect(code).toBe(2);
  expect(err).toContain('twice.json 6.000 s server.power-loss A: It is off already.');
});
