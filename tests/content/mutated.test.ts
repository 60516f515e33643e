import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { planOf } from '../../src/content/plan.ts';
import { largestFile, parse, parseText } from '../../src/content/scenario.ts';
import type { Parsed, Scenario } from '../../src/content/scenario.ts';
import { Run } from '../../src/kernel/run.ts';
import { seconds } from '../../src/model/time.ts';
import { clusters } from '../fuzz/cluster.ts';

const folder = new URL('../../src/content/scenarios/', import.meta.url);
const files = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** All places of a value, itself first: the keys that lead there. */
function places(value: Json, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...at, key]))];
}

/** The value with something else at a place; `undefined` leaves the place out. */
function withAt(value: Json, [key, ...rest]: readonly string[], put: Json | undefined): Json {
  if (key === undefined) return put ?? null;
  const inner = value as Record<string, Json>;
  const copy: Record<string, Json> = { ...inner };
  if (rest.length === 0 && put === undefined) delete copy[key];
  else copy[key] = withAt(inner[key] ?? null, rest, put);
  return Array.isArray(value) ? Object.values(copy) : copy;
}

/** A scenario that can be run, or problems that each say where, what and how to mend it. */
function read(parsed: Parsed): Scenario | null {
  if (parsed.ok) return parsed.scenario;
  expect(parsed.problems.length).toBeGreaterThan(0);
  for (const { where, what, hint } of parsed.problems) {
    expect(where).toMatch(/^(\/|$)/);
    expect(what.length * hint.length).toBeGreaterThan(0);
  }
  return null;
}

/** Small ones are run for a moment as well. */
function use(scenario: Scenario): void {
  const { servers, hosts, lunsPerServer, disksPerServer } = scenario.topology;
  if (servers * hosts * lunsPerServer * disksPerServer > 200) return;
  const run = new Run(planOf(scenario), scenario.script);
  run.extend(seconds(1), 20_000);
}

const value = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
  fc.constantFrom<Json>(0, -1, 1e21, 65, '', '1s', '-5s', 'off', '1e9s', true, [], {}, 'A.p0'),
);

test('a good scenario with something else in its place is read, or told what is wrong with it', () => {
  let good = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.array(fc.tuple(fc.nat(), fc.option(value, { nil: undefined })), {
        minLength: 1,
        maxLength: 3,
      }),
      (text, changes) => {
        let file = JSON.parse(text) as Json;
        for (const [choice, put] of changes) {
          const all = places(file);
          file = withAt(file, all[choice % all.length]!, put);
        }
        const scenario = read(parse(file));
        if (!scenario) return;
        good++;
        use(scenario);
      },
    ),
    { numRuns: 1000, seed: 1 },
  );
  expect(good).toBeGreaterThan(50);
});

test('a text that is cut or spoilt anywhere is told why', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.nat(),
      fc.nat(40),
      fc.string(),
      (text, at, cut, put) => {
        const from = at % text.length;
        const scenario = read(parseText(text.slice(0, from) + put + text.slice(from + cut)));
        if (scenario) use(scenario);
      },
    ),
    { numRuns: 500, seed: 1 },
  );
  expect(read(parseText('['.repeat(largestFile)))).toBeNull();
  // Nested deeper than any stack, in the places that are repeated in a problem.
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  const good = JSON.parse(files[0]!) as object;
  for (const part of ['script', 'expect', 'topology', 'timers', 'remarks', 'until']) {
    for (const line of [deep, `[${deep}]`, `[{"at":"1s","do":"server.hang","thing":${deep}}]`])
      expect(read(parseText(`${JSON.stringify(good).slice(0, -1)},"${part}":${line}}`))).toBeNull();
  }
  expect(read(parseText(' '.repeat(largestFile + 1)))).toBeNull();
  expect(read(parse(JSON.parse('{"version":1,"__proto__":{"id":"x"}}')))).toBeNull();
});

test('commands in any order are carried out or refused with a reason, and the run goes on', () => {
  const line = fc.record({
    at: fc.nat(9000).map((at) => `${at}ms`),
    do: fc.constantFrom(...commands.map(({ id }) => id)),
    choice: fc.nat(),
  });
  fc.assert(
    fc.property(clusters, fc.array(line, { maxLength: 12 }), (cluster, lines) => {
      const base = { version: 1, id: 'any-order', title: 'Commands in any order', ...cluster };
      const { ids } = planOf(read(parse(base))!);
      const script = lines.flatMap(({ choice, ...rest }) => {
        const table = commands.find(({ id }) => id === rest.do)!.table;
        const things = (ids[table] ?? []).slice(1);
        return things.length ? [{ ...rest, thing: things[choice % things.length]! }] : [];
      });
      const scenario = read(parse({ ...base, script }));
      if (!scenario) throw new Error('a good script is refused');
      const run = new Run(planOf(scenario), scenario.script);
      while (!run.extend(seconds(10), 50_000));
      for (const { refusal } of run.news().refused)
        expect(refusal.what.length * refusal.hint.length).toBeGreaterThan(0);
    }),
    { numRuns: 150, seed: 1 },
  );
});
