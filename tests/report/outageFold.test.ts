import { expect, test } from 'vitest';
import { fromGallery } from '../../src/content/gallery.ts';
import { planOf } from '../../src/content/plan.ts';
import { Sim } from '../../src/kernel/run.ts';
import { factWords } from '../../src/model/fact.ts';
import { seconds } from '../../src/model/time.ts';
import { OutageFold, partsBy } from '../../src/report/outageFold.ts';

test('the parts of an outage add up to it, and to what has passed of it before it ends', () => {
  const plan = planOf(fromGallery('top-1')!);
  const sim = new Sim(plan);
  sim.runUntil(seconds(5));
  sim.act('server.power-loss', 'A');
  sim.runUntil(seconds(60));
  const fold = new OutageFold(plan);
  const words = sim.drain();
  for (let i = 0; i < words.length / factWords; i++) fold.take(words, i);
  fold.reach(sim.now);
  expect(fold.lastBy(seconds(4), [])).toBeNull();
  const outage = fold.lastBy(seconds(60), [1])!;
  expect(fold.lastBy(seconds(60), [2])).toBeNull();
  const sum = (at: number): number =>
    partsBy(outage, at).reduce((all, { length }) => all + length, 0);
  expect(sum(seconds(60))).toBe(outage.to! - outage.from);
  expect(sum(seconds(10))).toBe(seconds(10) - outage.from);
  expect(partsBy(outage, seconds(10)).map(({ part }) => part)).toEqual(['detect']);
  const all = partsBy(outage, seconds(60)).map(({ part }) => part);
  expect(all).toEqual(['detect', 'decide', 'fence', 'replay', 'fabric', 'host', 'firstIo']);
});
