import { expect, test } from 'vitest';
import { factWords, pack } from '../../src/model/fact.ts';
import { kindNumber } from '../../src/model/kinds.ts';
import type { KindName } from '../../src/model/kinds.ts';
import { ms, seconds } from '../../src/model/time.ts';
import { interestingMoments } from '../../src/scene/interestingMoments.ts';

/** Packed facts of these kinds at these seconds. */
function facts(...rows: readonly (readonly [at: number, kind: KindName])[]): Int32Array {
  const words = new Int32Array(rows.length * factWords);
  rows.forEach(([at, kind], i) => pack(words, i, kindNumber[kind], seconds(at), i, -1, 0, 0, 0, 0));
  return words;
}
const told = (words: Int32Array): string[] =>
  interestingMoments(words, seconds(60)).map(({ at, turn }) => `${at / 1e6} ${turn}`);

test('a story is told by its first deed, its decision, where names go, and their way home', () => {
  const story = facts(
    [5, 'command.given'],
    [8, 'partner.declared-failed'],
    [11, 'takeover.completed'],
    [20, 'command.given'],
    [30, 'giveback.completed'],
    [40, 'takeover.completed'],
  );
  expect(told(story)).toEqual(['0 start', '5 deed', '8 decision', '11 elsewhere', '30 home']);
});

test('where nothing happens there are two moments, and where names do not come home its end', () => {
  expect(told(facts())).toEqual(['0 start', '60 end']);
  expect(told(facts([5, 'command.given'], [9, 'port.moved']))).toEqual([
    '0 start',
    '5 deed',
    '9 elsewhere',
    '60 end',
  ]);
});

test('a broken rule is shown rather than the decision, and of two turns at once the later', () => {
  const broken = facts(
    [5, 'command.given'],
    [8, 'takeover.ordered'],
    [9, 'invariant.broken'],
    [9, 'takeover.completed'],
  );
  expect(told(broken)).toEqual(['0 start', '5 deed', '9 breach', '60 end']);
});

test('a moment is the whole millisecond at which everything of its instant has happened', () => {
  const [, deed] = interestingMoments(facts([5.0000004, 'command.given']), seconds(60));
  expect(deed!.at).toBe(seconds(5));
  const [, later] = interestingMoments(facts([5.000001, 'command.given']), seconds(60));
  expect(later!.at).toBe(seconds(5) + ms(1));
});
