import { expect, test } from 'vitest';
import { factWords, pack } from '../../src/model/fact.ts';
import { kindNumber } from '../../src/model/kinds.ts';
import type { KindName } from '../../src/model/kinds.ts';
import { seconds } from '../../src/model/time.ts';
import { interestingMoment, turnIn } from '../../src/scene/interestingMoment.ts';

/** Packed facts of these kinds at these seconds. */
function facts(...rows: readonly (readonly [at: number, kind: KindName])[]): Int32Array {
  const words = new Int32Array(rows.length * factWords);
  rows.forEach(([at, kind], i) => pack(words, i, kindNumber[kind], seconds(at), i, -1, 0, 0, 0, 0));
  return words;
}

test('a story turns at the first takeover, moved port or breach', () => {
  for (const kind of ['takeover.completed', 'port.moved', 'invariant.broken'] as const) {
    const words = facts([5, 'server.power-lost'], [8, kind], [9, 'takeover.completed']);
    expect(turnIn(words)).toBe(seconds(8));
    expect(interestingMoment(words, seconds(60), [seconds(1), seconds(3)])).toBe(seconds(8));
  }
  expect(turnIn(facts([5, 'server.power-lost']))).toBeNull();
});

test('where nothing turns, the moment is before the second thing that is done, or late', () => {
  const quiet = facts([5, 'cable.cut']);
  expect(interestingMoment(quiet, seconds(60), [])).toBe(seconds(40));
  expect(interestingMoment(quiet, seconds(60), [seconds(5)])).toBe(seconds(40));
  expect(interestingMoment(quiet, seconds(60), [seconds(5), seconds(9)])).toBe(seconds(7));
});
