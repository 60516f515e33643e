import { expect, test } from 'vitest';
import { keep } from '../../src/scene/keep.ts';
import { placesOf } from '../../src/scene/places.ts';
import { sceneAt } from '../../src/scene/scene.ts';
import { story } from '../story.ts';

test('equal parts stay the same objects, changed parts are new', () => {
  const before = { one: { x: 1, list: [1, 2] }, two: { x: 2 } };
  const after = keep(before, { one: { x: 1, list: [1, 2] }, two: { x: 3 } });
  expect(after).toEqual({ one: { x: 1, list: [1, 2] }, two: { x: 3 } });
  expect(after).not.toBe(before);
  expect(after.one).toBe(before.one);
  expect(after.two).not.toBe(before.two);
});

test('a missing part and an undefined one are told apart, and lists of other lengths are new', () => {
  const one: { a?: undefined } = {};
  expect(keep(one, { a: undefined })).not.toBe(one);
  expect(keep([1, 2], [1])).toEqual([1]);
  expect(keep([1], [1, 2])).toEqual([1, 2]);
  expect(keep<unknown>([1], { 0: 1 })).toEqual({ 0: 1 });
  expect(keep<unknown>({ a: 1 }, null)).toBeNull();
});

test('a kept scene is the scene, and most of it is what it was', () => {
  const s = story('start').until(12).do('server.power-loss', 'A').until(14.9);
  const places = placesOf(s.sim.world, 1056, 'full');
  const first = sceneAt(s.sim.world, s.sim.now, places);
  s.until(14.95);
  const next = keep(first, sceneAt(s.sim.world, s.sim.now, places));
  expect(next).toEqual(sceneAt(s.sim.world, s.sim.now, places));
  expect(next).not.toBe(first);
  expect(next.ports).toBe(first.ports);
  expect(next.cables).toBe(first.cables);
});
