import { expect, test } from 'vitest';
import {
  listHeight,
  placeAfter,
  scrollToFollow,
  scrollToShow,
  windowOf,
} from '../../src/log/rowWindow.ts';

const short = { rows: 100, rowHeight: 28, height: 300 };
const long = { rows: 1_000_000, rowHeight: 28, height: 300 };

test('only the rows in view are drawn, each at its place', () => {
  expect(windowOf(short, 0)).toEqual({ first: 0, end: 11, top: 0 });
  expect(windowOf(short, 40)).toEqual({ first: 1, end: 13, top: 28 });
  expect(windowOf(short, 2500)).toEqual({ first: 89, end: 100, top: 2492 });
  expect(windowOf({ ...short, rows: 3 }, 0)).toEqual({ first: 0, end: 3, top: 0 });
  expect(windowOf({ ...short, rows: 0 }, 0)).toEqual({ first: 0, end: 0, top: 0 });
});

test('a million rows fit what browsers draw, and every one can be reached', () => {
  const high = listHeight(long);
  expect(high).toBeLessThan(10_000_000);
  expect(windowOf(long, high - long.height).end).toBe(long.rows);
  for (const row of [0, 1, 12_345, 999_999]) {
    for (const scrolled of [scrollToShow(long, row, 4_000_000), scrollToFollow(long, row)]) {
      const { first, end } = windowOf(long, Math.min(scrolled, high - long.height));
      expect(first).toBeLessThanOrEqual(row);
      expect(end).toBeGreaterThan(row);
    }
  }
});

test('a row in view is not scrolled to', () => {
  expect(scrollToShow(short, 5, 28)).toBe(28);
  expect(scrollToShow(short, 0, 28)).toBe(0);
  expect(scrollToShow(short, 20, 28)).toBe(21 * 28 - 300);
});

test('keys go from row to row, and no further than the list', () => {
  const to = (from: number, key: string): number | null => placeAfter(short, from, key);
  expect([to(5, 'ArrowDown'), to(0, 'ArrowUp'), to(99, 'ArrowDown')]).toEqual([6, 0, 99]);
  expect([to(5, 'PageDown'), to(5, 'PageUp')]).toEqual([15, 0]);
  expect([to(5, 'Home'), to(5, 'End'), to(5, 'a')]).toEqual([0, 99, null]);
  expect(placeAfter({ ...short, rows: 0 }, -1, 'End')).toBeNull();
});
