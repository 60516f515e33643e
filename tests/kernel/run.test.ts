import { expect, test } from 'vitest';
import { fromGallery } from '../../src/content/gallery.ts';
import { planOf } from '../../src/content/plan.ts';
import { Run } from '../../src/kernel/run.ts';
import type { Action } from '../../src/kernel/run.ts';
import { hashOf } from '../../src/model/table.ts';
import { seconds } from '../../src/model/time.ts';
import { Trace } from '../../src/model/trace.ts';
import { worldOf } from '../../src/model/world.ts';

const plan = planOf(fromGallery('start')!);
const kill: Action = { at: seconds(5), command: 'server.power-loss', thing: 'A' };
const repair: Action = { at: seconds(12), command: 'server.repair', thing: 'A' };

/** Runs on with a checkpoint every second, as a worker would. */
function extend(run: Run, to: number): void {
  for (let at = 1; at <= to; at++) {
    if (run.horizon >= seconds(at)) continue;
    run.extend(seconds(at));
    run.checkpoint();
  }
}

test('the page’s fold of the facts equals the kernel’s world', () => {
  const run = new Run(plan, [kill]);
  extend(run, 20);
  const news = run.news();
  const trace = new Trace(plan.start);
  trace.append(news.words, news.checkpoints);
  const world = worldOf(plan);
  trace.standAt(world, trace.count, -1);
  expect(hashOf(world.store)).toBe(news.hash);
});

test('standing at random moments, forwards and backwards, gives the same world', () => {
  const run = new Run(plan, [kill]);
  extend(run, 20);
  const news = run.news();
  const trace = new Trace(plan.start);
  trace.append(news.words, news.checkpoints);
  const hashes = new Map<number, number>();
  const world = worldOf(plan);
  let stands = -1;
  for (const share of [0.1, 0.9, 0.3, 0.5, 0.2, 0.9, 0.5, 0.1, 0.3, 0.2]) {
    const count = Math.floor(trace.count * share);
    trace.standAt(world, count, stands);
    stands = count;
    const hash = hashOf(world.store);
    expect(hashes.get(count) ?? hash).toBe(hash);
    hashes.set(count, hash);
  }
  expect(hashes.size).toBe(5);
});

test('acting in the past makes a branch and keeps the old one', () => {
  const run = new Run(plan, [kill]);
  extend(run, 20);
  const before = run.news().hash;
  run.branch(1, 0, seconds(5), []);
  extend(run, 20);
  const other = run.news();
  expect(other.branch).toBe(1);
  expect(other.hash).not.toBe(before);
  run.switchTo(0);
  run.extend(seconds(20));
  expect(run.news().hash).toBe(before);
});

test('an action log replayed from the start reaches the same world', () => {
  const once = new Run(plan);
  extend(once, 5);
  once.branch(0, 0, seconds(5), [kill]);
  extend(once, 12);
  once.branch(0, 0, seconds(12), [kill, repair]);
  extend(once, 30);
  const anew = new Run(plan, [kill, repair]);
  anew.extend(seconds(30));
  expect(anew.news().hash).toBe(once.news().hash);
});

test('a command that does not apply is refused and changes nothing', () => {
  const quiet = new Run(plan);
  quiet.extend(seconds(10));
  const refused = new Run(plan, [{ at: seconds(5), command: 'server.repair', thing: 'A' }]);
  refused.extend(seconds(10));
  const news = refused.news();
  expect(news.refused.length).toBe(1);
  expect(news.hash).toBe(quiet.news().hash);
});
