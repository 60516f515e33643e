import { expect, test } from 'vitest';
import { demonstrationEntries } from '../../src/content/demonstrations/index.ts';
import { fromGallery } from '../../src/content/gallery.ts';
import { seconds } from '../../src/model/time.ts';
import { properties } from '../../src/properties/index.ts';
import { breachIds } from '../../src/scene/breaches.ts';
import { sentenceOf } from '../../src/scene/sentences.ts';
import { story } from '../story.ts';

test('the log has a sentence for every property, in the order of their numbers', () => {
  expect(breachIds).toEqual(properties.map(({ id }) => id));
});

test('the sentence of a breach names things that are there', () => {
  for (const { id, breaks } of demonstrationEntries) {
    if (breaks.length === 0) continue;
    const s = story(id);
    for (const { at, command, thing } of fromGallery(id)!.script)
      s.until(at / seconds(1)).do(command, thing);
    s.until(60);
    for (const fact of s.all('invariant.broken'))
      expect(sentenceOf(s.sim.world, fact)).not.toMatch(/\?|undefined|NaN/);
  }
});

test('a breach is told in plain words', () => {
  const s = story('l6-broken').until(5).do('interconnect.cut', 'interconnect.A-B').until(60);
  const texts = s.all('invariant.broken').map((fact) => sentenceOf(s.sim.world, fact));
  expect(texts).toContain('S13 is broken: B takes A over without being permitted');
});
