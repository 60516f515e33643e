import { expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { fromGallery } from '../../src/content/gallery.ts';
import { planOf } from '../../src/content/plan.ts';
import { Run } from '../../src/kernel/run.ts';
import type { Action } from '../../src/kernel/run.ts';
import { instantAt, kindAt, operandAt } from '../../src/model/fact.ts';
import { kindNumber } from '../../src/model/kinds.ts';
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

/** Instant and text of every command that was given. */
function given(run: Run): readonly string[] {
  const trace = new Trace(plan.start);
  trace.append(run.news().words);
  const found: string[] = [];
  trace.forEach(0, trace.count, (words, i) => {
    if (kindAt(words, i) !== kindNumber['command.given']) return;
    found.push(`${instantAt(words, i)} ${commands[operandAt(words, i, 0)]!.id}`);
  });
  return found;
}
const cut: Action = {
  at: 0,
  command: 'interconnect.cut',
  thing: 'interconnect.A-B',
  when: { kind: 'takeover.started', thing: 'B' },
};

test('a command that is armed on a fact is given once, at the instant of the first such fact', () => {
  const run = new Run(plan, [kill, cut]);
  extend(run, 30);
  const [loss, armed, ...more] = given(run);
  expect(loss).toBe('5000000 server.power-loss');
  expect(armed).toMatch(/ interconnect\.cut$/);
  expect(more).toEqual([]);
  // The same at a moment: the trace is the same, byte by byte.
  const at = Number(armed!.split(' ')[0]);
  const timed = new Run(plan, [kill, { at, command: cut.command, thing: cut.thing }]);
  timed.extend(seconds(30));
  const again = new Run(plan, [kill, cut]);
  again.extend(seconds(30));
  expect(again.news().words).toEqual(timed.news().words);
});

test('in strides of any length, and from any checkpoint, an armed command falls at the same instant', () => {
  const whole = new Run(plan, [kill, cut]);
  whole.extend(seconds(30));
  const { hash } = whole.news();
  for (const stride of [1, 7, 500]) {
    const run = new Run(plan, [kill, cut]);
    while (!run.extend(seconds(30), stride)) if (run.horizon % 3 === 0) run.checkpoint();
    expect(run.news().hash).toBe(hash);
  }
  // Going back to before and to after it: it waits again, or has been given.
  for (const back of [2, 4, 6, 20]) {
    const run = new Run(plan, [kill, cut]);
    extend(run, 30);
    run.branch(1, 0, seconds(back), [kill, cut]);
    extend(run, 30);
    expect(run.news().hash).toBe(hash);
  }
});

test('it waits from its own moment on, for its thing alone, and is gone when it is taken off', () => {
  const of = (when: Action['when'], at = 0) => {
    const run = new Run(plan, [kill, { ...cut, at, ...(when && { when }) }]);
    extend(run, 30);
    return given(run).length;
  };
  expect(of({ kind: 'takeover.started', thing: '' })).toBe(2);
  expect(of({ kind: 'takeover.started', thing: 'A.p0' })).toBe(1);
  expect(of({ kind: 'takeover.started', thing: 'B' }, seconds(29))).toBe(1);
  const run = new Run(plan, [kill, cut]);
  extend(run, 30);
  run.news();
  run.branch(1, 0, 0, [kill]);
  extend(run, 30);
  const plain = new Run(plan, [kill]);
  extend(plain, 30);
  expect(run.news().hash).toBe(plain.news().hash);
});

test('an armed command that does not apply is refused and said, and the run goes on', () => {
  const run = new Run(plan, [kill, { ...cut, command: 'server.power-loss', thing: 'A' }]);
  run.extend(seconds(30));
  const { refused, horizon } = run.news();
  expect(refused.map(({ action }) => action.when)).toEqual([cut.when]);
  expect(horizon).toBe(seconds(30));
});
