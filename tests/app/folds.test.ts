import { expect, test } from 'vitest';
import { foldAhead, foldOf } from '../../src/app/folds.ts';
import type { Branch } from '../../src/app/branch.ts';
import { factWords } from '../../src/model/fact.ts';
import type { Plan } from '../../src/model/plan.ts';
import { Trace } from '../../src/model/trace.ts';

const plan = {} as Plan;

/** The sum of the first operands, and how many facts it was told. */
class Sum {
  facts = 0;
  sum = 0;
  take(words: Int32Array, i: number): void {
    this.facts++;
    this.sum += words[i * factWords + 4]!;
  }
}

/** Facts with the operands from `first` on. */
const facts = (first: number, count: number): Int32Array =>
  Int32Array.from({ length: count * factWords }, (_, word) =>
    word % factWords === 4 ? first + Math.floor(word / factWords) : 0,
  );

function branch(...lengths: number[]): Branch {
  const trace = new Trace(new ArrayBuffer(8));
  for (const length of lengths) trace.append(facts(trace.count, length));
  return { trace, horizon: 0 } as Branch;
}
const sumTo = (count: number): number => (count * (count - 1)) / 2;
const pause = (): Promise<void> => new Promise((next) => setTimeout(next, 1));

test('what is folded ahead is folded once, whenever it is asked for', async () => {
  const run = branch(70_000, 60_000, 40_000);
  foldAhead(run, plan, Sum);
  foldAhead(run, plan, Sum);
  await pause();
  const fold = foldOf(run, plan, Sum);
  expect([fold.facts, fold.sum]).toEqual([170_000, sumTo(170_000)]);
  await pause();
  expect(foldOf(run, plan, Sum)).toBe(fold);
  expect(fold.facts).toBe(170_000);
});

test('facts that are replaced meanwhile are folded as they are now', async () => {
  const run = branch(120_000);
  foldAhead(run, plan, Sum);
  await pause();
  run.trace.truncate(60_000);
  run.trace.append(facts(0, 10));
  await pause();
  const fold = foldOf(run, plan, Sum);
  expect([fold.facts, fold.sum]).toEqual([60_010, sumTo(60_000) + sumTo(10)]);
});

test('it is done by itself', async () => {
  const run = branch(120_000);
  const fold = foldOf(branch(0), plan, Sum);
  expect(fold.facts).toBe(0);
  foldAhead(run, plan, Sum);
  for (let i = 0; i < 50; i++) await pause();
  const told = run.trace.forEach;
  let asked = 0;
  run.trace.forEach = (from, until, visit) => {
    asked += until - from;
    told.call(run.trace, from, until, visit);
  };
  expect(foldOf(run, plan, Sum).facts).toBe(120_000);
  expect(asked).toBe(0);
});
