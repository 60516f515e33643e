import { expect, test } from 'vitest';
import { phaseBars } from '../../src/scene/phaseRows.ts';

test('two servers in the same phase are one bar, in different phases each half a row', () => {
  const bars = phaseBars(
    [
      { server: 1, phase: 'detect', from: 10, to: 20 },
      { server: 2, phase: 'detect', from: 12, to: 22 },
      { server: 1, phase: 'fence', from: 30, to: 40 },
      { server: 2, phase: 'giving back', from: 35, to: null },
      { server: 1, phase: 'serve', from: 60, to: null },
    ],
    0,
    50,
  );
  expect(bars).toEqual([
    { phase: 'detect', from: 10, to: 22, current: false, part: 0, parts: 1 },
    { phase: 'fence', from: 30, to: 40, current: false, part: 0, parts: 2 },
    { phase: 'giving back', from: 35, to: 50, current: true, part: 1, parts: 2 },
  ]);
});

test('two pairs that act at once share the row, whatever their servers do', () => {
  const bars = phaseBars(
    [
      { server: 2, phase: 'detect', from: 10, to: 20 },
      { server: 4, phase: 'detect', from: 12, to: 22 },
      { server: 2, phase: 'fence', from: 20, to: null },
    ],
    0,
    30,
  );
  expect(bars.map(({ phase, part, parts }) => [phase, part, parts])).toEqual([
    ['detect', 0, 2],
    ['detect', 1, 2],
    ['fence', 0, 2],
  ]);
});
