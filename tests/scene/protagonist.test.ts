import { expect, test } from 'vitest';
import { fromGallery } from '../../src/content/gallery.ts';
import { planOf } from '../../src/content/plan.ts';
import { Sim } from '../../src/kernel/run.ts';
import { factWords } from '../../src/model/fact.ts';
import { seconds } from '../../src/model/time.ts';
import { captionOf } from '../../src/scene/captions.ts';
import { protagonistOf } from '../../src/scene/protagonist.ts';
import { Strips } from '../../src/scene/strips.ts';
import { story } from '../story.ts';

test('with two pairs the story is told of the one in which something has happened last', () => {
  const s = story('top-5').until(5).do('server.power-loss', 'A');
  s.until(40);
  expect(protagonistOf(s.sim.world).row).toBe(2);
  expect(captionOf(s.sim.world)).toMatch(/A1/);
  s.do('server.power-loss', 'C').until(43);
  expect(protagonistOf(s.sim.world).row).toBe(4);
  expect(captionOf(s.sim.world)).toMatch(/^C is down\. D has missed/);
});

test('a failure of one pair dates no silence in the other', () => {
  const plan = planOf(fromGallery('top-5')!);
  const sim = new Sim(plan);
  sim.runUntil(seconds(5));
  sim.act('server.power-loss', 'A');
  sim.runUntil(seconds(5.5));
  sim.act('server.power-loss', 'C');
  sim.runUntil(seconds(60));
  const strips = new Strips(plan);
  const words = sim.drain();
  for (let i = 0; i < words.length / factWords; i++) strips.take(words, i);
  const silence = strips.phases.filter(({ phase }) => phase === 'detect');
  expect(silence.map(({ server, from }) => [server, from])).toEqual([
    [2, seconds(5)],
    [4, seconds(5.5)],
  ]);
});

test('a cut between two of several servers says between which', () => {
  const s = story('top-5').until(5).do('interconnect.cut', 'interconnect.C-D').until(30);
  expect(captionOf(s.sim.world)).toMatch(/^[CD] does not hear|^C and D do not hear each other/);
});
