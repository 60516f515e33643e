import { readdirSync, readFileSync, writeSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Coverage } from '../charts/coverage.ts';
import { modes } from '../../src/content/modes.ts';
import { clusters, hurried } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { Trial } from './trial.ts';
import type { Step } from './trial.ts';

/** `npm run fuzz -- --minutes N` says how long; the test command runs the same trials every time. */
const minutes = Number(process.env['FUZZ_MINUTES'] ?? 0);
const runs = 2000;

const step: fc.Arbitrary<Step> = fc.record({
  // Most commands follow soon, so that they fall inside what the last one started.
  gap: fc.oneof({ arbitrary: fc.nat(900), weight: 3 }, { arbitrary: fc.nat(6000), weight: 1 }),
  mood: fc.nat(9),
  choice: fc.nat(999),
});
const steps = fc.noBias(fc.array(step, { minLength: 1, maxLength: 14, size: 'max' }));

test(
  'random clusters, faults and timings break no property, every procedure occurs often enough, and what is mended comes back',
  () => {
    const occurred = new Map<string, number>();
    const coverage = new Coverage();
    const counts = { trials: 0, given: 0, inside: 0 };
    const once = (cluster: Cluster, told: readonly Step[]): void => {
      const trial = new Trial(cluster, { visited: coverage.visited });
      for (const each of told) trial.take(each);
      trial.mend();
      const seen = trial.judge();
      if (trial.secondFault) seen.add('second fault');
      for (const kind of seen) occurred.set(kind, (occurred.get(kind) ?? 0) + 1);
      counts.trials++;
      counts.given += trial.given;
      counts.inside += trial.inside;
      if (minutes > 0 && counts.trials % 500 === 0) writeSync(2, `${counts.trials} trials\n`);
    };
    const long = { numRuns: Infinity, interruptAfterTimeLimit: minutes * 60_000 };
    fc.assert(fc.property(clusters, steps, once), {
      ...(minutes > 0 ? long : { numRuns: runs, seed: 1 }),
    });
    const rate = (kind: string): number => (occurred.get(kind) ?? 0) / counts.trials;
    const rates = {
      takeover: rate('takeover.completed'),
      giveback: rate('giveback.completed'),
      'port move': rate('port.moved'),
      'cancelled takeover': rate('takeover.cancelled'),
      'second fault during a takeover': rate('second fault'),
    };
    console.log(
      `${counts.trials} trials; inside a procedure: ${counts.inside} of ${counts.given}`,
      rates,
    );
    console.log(`taken by them: ${coverage.summary}`);
    expect(counts.inside / counts.given).toBeGreaterThanOrEqual(0.5);
    for (const each of Object.values(rates)) expect(each).toBeGreaterThanOrEqual(0.05);
  },
  300_000 + minutes * 90_000,
);

for (const { id, file } of modes) {
  test(`random faults and timings break nothing in ${id}, and what is mended comes back`, () => {
    const cluster = hurried(file as Parameters<typeof hurried>[0]);
    fc.assert(
      fc.property(steps, (told) => {
        const trial = new Trial(cluster);
        for (const each of told) trial.take(each);
        trial.mend();
        trial.judge();
      }),
      { numRuns: 60, seed: 1 },
    );
  }, 60_000);
}

/** What a trial found once stands here as the scenario file that it printed. */
const found = new URL('found/', import.meta.url);
for (const name of readdirSync(found)) {
  test(`${name} breaks nothing any more`, () => {
    const file = JSON.parse(readFileSync(new URL(name, found), 'utf8')) as Cluster & {
      readonly script: Parameters<Trial['replay']>[0];
    };
    const trial = new Trial(file);
    trial.replay(file.script);
    trial.mend();
    expect(trial.judge().size).toBeGreaterThan(10);
  });
}
