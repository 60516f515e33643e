import { expect, test } from 'vitest';
import { fromGallery } from '../../src/content/gallery.ts';
import { planOf } from '../../src/content/plan.ts';
import { Run, Sim } from '../../src/kernel/run.ts';
import type { Action, SimCheckpoint } from '../../src/kernel/run.ts';
import { ms, seconds } from '../../src/model/time.ts';
import type { Micros } from '../../src/model/time.ts';

const plan = planOf(fromGallery('start')!);
const actions: readonly Action[] = [
  { at: seconds(2), command: 'server.power-loss', thing: 'A' },
  { at: seconds(9), command: 'server.repair', thing: 'A' },
];

/** Runs on to `to`, with what a person does on the way. */
function play(sim: Sim, to: Micros): void {
  for (const { at, command, thing } of actions) {
    if (at < sim.now || at >= to) continue;
    sim.runUntil(at);
    sim.act(command, thing);
  }
  sim.runUntil(to);
}

test('from any checkpoint a simulation goes on as if it had never left', () => {
  const once = new Sim(plan);
  const moments: { checkpoint: SimCheckpoint; drained: number }[] = [];
  const words: number[] = [];
  for (let at = ms(250); at <= seconds(16); at += ms(250)) {
    play(once, at);
    words.push(...once.drain());
    moments.push({ checkpoint: once.checkpoint(), drained: words.length });
  }
  play(once, seconds(20));
  words.push(...once.drain());
  const again = new Sim(plan);
  for (const { checkpoint, drained } of [...moments].reverse()) {
    again.restore(checkpoint);
    play(again, seconds(20));
    expect(Array.from(again.drain())).toEqual(words.slice(drained));
    expect([again.count, again.steps, again.hash()]).toEqual([once.count, once.steps, once.hash()]);
  }
});

test('a checkpoint written over an old one equals a fresh one', () => {
  const sim = new Sim(plan);
  let over: SimCheckpoint | undefined;
  const sizes = new Set<number>();
  for (let at = ms(100); at <= seconds(12); at += ms(100)) {
    play(sim, at);
    const fresh = sim.checkpoint();
    over = sim.checkpoint(over);
    sizes.add(fresh.appointments[0]!);
    const length = 2 + 6 * fresh.appointments[0]!;
    expect({ ...over, appointments: over.appointments.slice(0, length) }).toEqual({
      ...fresh,
      appointments: fresh.appointments.slice(0, length),
    });
  }
  expect(sizes.size).toBeGreaterThan(10);
});

/** Runs on with a checkpoint every 50 ms of simulated time, and tells news now and then. */
function extend(run: Run, to: Micros): void {
  for (let i = 0; run.horizon < to; i++) {
    run.extend(Math.min(to, run.horizon + ms(50)));
    run.checkpoint();
    if (i % 5 === 0) run.news();
  }
}

test('a branch that has forgotten most of its moments still goes back to any of them', () => {
  const run = new Run(plan, actions);
  extend(run, seconds(30));
  const hash = run.news().hash;
  for (const [i, at] of [1, 4, 7.3, 11, 18, 29.9].entries()) {
    const other: Action = {
      at: seconds(at),
      command: 'interconnect.cut',
      thing: 'interconnect.A-B',
    };
    run.branch(i + 1, 0, seconds(at), [...actions, other]);
    extend(run, seconds(31));
    const anew = new Run(plan, [...actions, other]);
    anew.extend(seconds(31));
    expect(run.news().hash).toBe(anew.news().hash);
  }
  run.branch(0, 0, seconds(20), actions);
  extend(run, seconds(30));
  expect(run.news().hash).toBe(hash);
});

test('what was told as news stays as it was when marks are written over', () => {
  const run = new Run(plan, actions);
  run.extend(seconds(1));
  run.checkpoint();
  const [told] = run.news().checkpoints;
  const before = new Int32Array(told!.bytes).slice();
  extend(run, seconds(30));
  expect(new Int32Array(told!.bytes)).toEqual(before);
});
