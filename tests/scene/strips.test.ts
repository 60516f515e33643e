import { expect, test } from 'vitest';
import { factWords } from '../../src/model/fact.ts';
import { seconds } from '../../src/model/time.ts';
import { Strips, sampleWidth } from '../../src/scene/strips.ts';
import { fromGallery } from '../../src/content/gallery.ts';
import { planOf } from '../../src/content/plan.ts';
import { Sim } from '../../src/kernel/run.ts';

function folded(): Strips {
  const plan = planOf(fromGallery('start')!);
  const sim = new Sim(plan);
  sim.runUntil(seconds(12));
  sim.act('server.power-loss', 'A');
  sim.runUntil(seconds(20));
  const words = sim.drain();
  const strips = new Strips(plan);
  for (let i = 0; i < words.length / factWords; i++) strips.take(words, i);
  strips.reach(seconds(20));
  return strips;
}

test('throughput falls to nothing with the failure and is not smoothed across the outage', () => {
  const strips = folded();
  const at = (instant: number): number =>
    strips.throughput(1, Math.floor(seconds(instant) / sampleWidth));
  expect(at(11.9)).toBeGreaterThan(10_000);
  for (const instant of [12, 12.1, 12.5, 14, 15.5]) expect(at(instant), `${instant} s`).toBe(0);
  expect(at(16.2)).toBeGreaterThan(10_000);
});

test('the survivor’s own owner has no outage', () => {
  const strips = folded();
  expect(strips.outages.map(({ owner }) => owner)).toEqual([1]);
  expect((strips.outages[0]!.to! - strips.outages[0]!.from) / 1e6).toBeCloseTo(3.7, 0);
});
