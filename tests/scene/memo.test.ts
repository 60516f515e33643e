import { expect, test } from 'vitest';
import { fromGallery } from '../../src/content/gallery.ts';
import { planOf } from '../../src/content/plan.ts';
import { Run } from '../../src/kernel/run.ts';
import type { Action } from '../../src/kernel/run.ts';
import { factWords, instantAt, kindAt } from '../../src/model/fact.ts';
import { apply, kindList, kindNumber } from '../../src/model/kinds.ts';
import { seconds } from '../../src/model/time.ts';
import { worldOf } from '../../src/model/world.ts';
import { Memo } from '../../src/scene/memo.ts';
import type { Tell } from '../../src/scene/memo.ts';
import { placesOf } from '../../src/scene/places.ts';
import { sceneAt, stillAt } from '../../src/scene/scene.ts';

const stories: Readonly<Record<string, { until: number; actions: readonly Action[] }>> = {
  start: {
    until: seconds(17),
    actions: [
      { at: seconds(1), command: 'server.power-loss', thing: 'A' },
      { at: seconds(9), command: 'server.repair', thing: 'A' },
      { at: seconds(14), command: 'giveback.start', thing: 'A' },
    ],
  },
  'top-3': {
    until: seconds(4),
    actions: [{ at: seconds(1), command: 'port.fail', thing: 'A.p0' }],
  },
};

function factsOf(id: string): { plan: ReturnType<typeof planOf>; words: Int32Array } {
  const { until, actions } = stories[id]!;
  const plan = planOf(fromGallery(id)!);
  const run = new Run(plan, actions);
  run.extend(until);
  return { plan, words: run.news().words };
}

for (const id of Object.keys(stories)) {
  test(`a remembered picture is the same as one told anew: ${id}`, () => {
    const { plan, words } = factsOf(id);
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
  const { plan, words } = factsOf('start');
  const w = worldOf(plan);
  const places = placesOf(w, 1056, 'full');
  const memo = new Memo(w);
  const told: string[] = [];
  const tell: Tell = (part, of, ...from) =>
    memo.tell(
      part,
      () => {
        told.push(part);
        return of();
      },
      ...from,
    );
  stillAt(memo.world, places, tell);
  expect(told).toContain('fabrics');
  let changes = 0;
  for (let i = 0; i < words.length / factWords; i++) {
    memo.look();
    stillAt(memo.world, places, tell);
    told.length = 0;
    apply(w, words, i);
    if (kindAt(words, i) !== kindNumber['disk.owner-changed']) continue;
    memo.look();
    stillAt(memo.world, places, tell);
    expect(told.filter((part) => !['shelves', 'lines'].includes(part))).toEqual([]);
    expect(told).toContain('shelves');
    changes++;
  }
  expect(changes).toBeGreaterThan(4);
});
