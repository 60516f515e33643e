import { expect, test } from 'vitest';
import { factWords, instantAt, kindAt } from '../../src/model/fact.ts';
import { apply, kindList, kindNumber } from '../../src/model/kinds.ts';
import { worldOf } from '../../src/model/world.ts';
import { Memo } from '../../src/scene/memo.ts';
import type { Tell } from '../../src/scene/memo.ts';
import { placesOf } from '../../src/scene/places.ts';
import { sceneAt, stillAt } from '../../src/scene/scene.ts';
import { tell, told } from './told.ts';

for (const id of told) {
  test(`a remembered picture is the same as one told anew: ${id}`, () => {
    const { plan, words } = tell(id);
    const w = worldOf(plan);
    const places = placesOf(w, 1056, 'full');
    const memo = new Memo(w);
    const count = words.length / factWords;
    let compared = 0;
    for (let i = 0; i < count; i++) {
      apply(w, words, i);
      if (kindList[kindAt(words, i)]!.loudness === 'routine' && i % 50 > 0) continue;
      const at = instantAt(words, i);
      memo.look();
      const still = stillAt(memo.world, places, memo.tell);
      const scene = sceneAt(memo.world, at, places, 'moving', still, memo.tell);
      expect(JSON.stringify(scene)).toBe(JSON.stringify(sceneAt(w, at, places)));
      compared++;
    }
    expect(compared).toBeGreaterThan(100);
  });
}

test('a disk that changes hands costs the shelves alone', () => {
  const { plan, words } = tell('start');
  const w = worldOf(plan);
  const places = placesOf(w, 1056, 'full');
  const memo = new Memo(w);
  const anew: string[] = [];
  const noting: Tell = (part, of, ...from) =>
    memo.tell(
      part,
      () => {
        anew.push(part);
        return of();
      },
      ...from,
    );
  stillAt(memo.world, places, noting);
  expect(anew).toContain('fabrics');
  let changes = 0;
  for (let i = 0; i < words.length / factWords; i++) {
    memo.look();
    stillAt(memo.world, places, noting);
    anew.length = 0;
    apply(w, words, i);
    if (kindAt(words, i) !== kindNumber['disk.owner-changed']) continue;
    memo.look();
    stillAt(memo.world, places, noting);
    expect(anew.filter((part) => !['shelves', 'lines'].includes(part))).toEqual([]);
    expect(anew).toContain('shelves');
    changes++;
  }
  expect(changes).toBeGreaterThan(4);
});
