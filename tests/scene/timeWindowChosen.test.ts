import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seconds } from '../../src/model/time.ts';
import { apart } from '../../src/scene/flagLabels.ts';
import type { Flag } from '../../src/scene/strips.ts';
import { pageOf, panned, zoomed } from '../../src/scene/timeWindow.ts';

const windows = fc
  .tuple(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 20_000, max: 1e9 }))
  .map(([from, length]) => ({ from, to: from + length }));

test('zooming keeps the instant it is about where it was, and stays within its bounds', () => {
  fc.assert(
    fc.property(windows, fc.double({ min: 0.01, max: 100, noNaN: true }), (window, factor) => {
      const about = window.from + (window.to - window.from) * 0.3;
      const after = zoomed(window, factor, about);
      const length = after.to - after.from;
      expect(after.from).toBeGreaterThanOrEqual(0);
      expect(length).toBeGreaterThanOrEqual(10_000);
      expect(length).toBeLessThanOrEqual(seconds(3600));
      // At moment 0 the window stops, and the instant gives way.
      if (after.from > 0) expect((about - after.from) / length).toBeCloseTo(0.3, 2);
    }),
  );
});

test('a window that is moved keeps its length and does not begin before moment 0', () => {
  const window = { from: seconds(10), to: seconds(20) };
  expect(panned(window, 0.25)).toEqual({ from: seconds(12.5), to: seconds(22.5) });
  expect(panned(window, -2)).toEqual({ from: 0, to: seconds(10) });
});

test('a chosen window turns its pages under the playhead', () => {
  const window = { from: seconds(10), to: seconds(20) };
  expect(pageOf(window, seconds(15))).toEqual(window);
  expect(pageOf(window, seconds(20))).toEqual({ from: seconds(20), to: seconds(30) });
  expect(pageOf(window, seconds(3))).toEqual({ from: 0, to: seconds(10) });
});

test('of thousands of flags those are drawn that can be told apart, a person’s first', () => {
  const flag = (at: number, by: Flag['by']): Flag => ({ at, seq: at, by, fault: false, text: '' });
  const many = Array.from({ length: 5_000 }, (_, i) =>
    flag(i * 100, i % 7 === 3 ? 'person' : 'system'),
  );
  const kept = apart(many, 5_000);
  expect(kept.length).toBeLessThanOrEqual(101);
  expect(kept.every(({ by }) => by === 'person')).toBe(true);
  expect(apart(many.slice(0, 10), 5_000)).toHaveLength(10);
});
