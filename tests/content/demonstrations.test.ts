import { expect, test } from 'vitest';
import { demonstrations } from '../../src/content/demonstrations/index.ts';
import { fromGallery, gallery } from '../../src/content/gallery.ts';
import { seconds } from '../../src/model/time.ts';
import { properties } from '../../src/properties/index.ts';
import { story } from '../story.ts';

test('every invariant has a scenario that breaks it and one in which its safeguard holds', () => {
  const shown = new Set(demonstrations.map(({ shows }) => shows));
  expect(properties.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  expect(shown.size).toBe(demonstrations.length);
  for (const { shows, breaks, stillBreaks = [] } of demonstrations) {
    expect(breaks).toContain(shows);
    expect(stillBreaks).not.toContain(shows);
  }
});

for (const { id, title, breaks } of gallery) {
  test(`${title}: ${breaks?.length ? `breaks ${breaks.join(', ')}` : 'nothing breaks'}`, () => {
    const s = story(id);
    for (const { at, command, thing } of fromGallery(id)!.script)
      s.until(at / seconds(1)).do(command, thing);
    s.until(60);
    expect([...s.broken].sort()).toEqual([...(breaks ?? [])].sort());
  });
}
