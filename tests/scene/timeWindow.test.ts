import { expect, test } from 'vitest';
import { fromGallery } from '../../src/content/gallery.ts';
import { planOf } from '../../src/content/plan.ts';
import { seconds } from '../../src/model/time.ts';
import { timeWindow } from '../../src/scene/timeWindow.ts';

const { settings } = planOf(fromGallery('start')!);
const window = (at: number, ...faults: number[]): [number, number] => {
  const { from, to } = timeWindow(seconds(at), faults.map(seconds), settings);
  return [from / 1e6, to / 1e6];
};

test('without a failure the window turns its pages', () => {
  expect(window(0)).toEqual([0, 30]);
  expect(window(29.9)).toEqual([0, 30]);
  expect(window(30)).toEqual([30, 60]);
  expect(window(11, 12)).toEqual([0, 30]);
});

test('a failure begins a window that is as long as the takeover needs', () => {
  expect(window(12, 12)).toEqual([10, 20]);
  expect(window(19.9, 12)).toEqual([10, 20]);
});

test('the window doubles and keeps its failure in sight', () => {
  expect(window(20, 12)).toEqual([10, 30]);
  expect(window(30, 12)).toEqual([10, 50]);
  expect(window(1_000, 12)[0]).toBeGreaterThan(800);
});

test('a second failure amid the first takeover keeps the window, a later one begins its own', () => {
  expect(window(15, 12, 14)).toEqual([10, 20]);
  expect(window(41, 12, 40)).toEqual([38, 48]);
});
