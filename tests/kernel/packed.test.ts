import { expect, test } from 'vitest';
import { fromGallery, gallery } from '../../src/content/gallery.ts';
import { planOf } from '../../src/content/plan.ts';
import { Run } from '../../src/kernel/run.ts';
import { factWords, pack } from '../../src/model/fact.ts';
import * as packing from '../../src/model/packedFacts.ts';
import { hashOf } from '../../src/model/table.ts';
import { seconds } from '../../src/model/time.ts';
import { packWith, Trace } from '../../src/model/trace.ts';
import { worldOf } from '../../src/model/world.ts';

const { packFacts, unpackFacts } = packing;

test('facts of every scenario come back as they were packed, in less than half the room', () => {
  for (const { id } of gallery) {
    const scenario = fromGallery(id)!;
    const run = new Run(planOf(scenario), scenario.script);
    run.extend(Math.min(scenario.until, seconds(10)));
    const { words } = run.news();
    const count = words.length / factWords;
    const packed = packFacts(words, 0, count)!;
    expect(packed.bytes.length, scenario.id).toBeLessThan(words.byteLength / 2);
    const same = unpackFacts(packed, 0).every((word, i) => word === words[i]);
    expect(same, scenario.id).toBe(true);
  }
});

test('extreme words come back, and a stretch across an upper half of the instant is not packed', () => {
  const words = new Int32Array(4 * factWords);
  const [low, high] = [-(2 ** 31), 2 ** 31 - 1];
  pack(words, 0, 255, 2 ** 32, 0, -1, low, high, -1, 0);
  pack(words, 1, 0, 2 ** 32 + 2 ** 31, high, 70_000, 1, -1, low, high);
  pack(words, 2, 1, 2 ** 33 - 1, 0, 0, 63, -64, 64, -65);
  pack(words, 3, 2, 2 ** 33, 0, 0, 0, 0, 0, 0);
  expect(unpackFacts(packFacts(words, 70_000, 3)!, 70_000)).toEqual(words.slice(0, 3 * factWords));
  expect(packFacts(words, 70_000, 4)).toBeNull();
});

test('a packed trace says what an open one says, and so do its forks', () => {
  const plan = planOf(fromGallery('top-1')!);
  const run = new Run(plan, [{ at: seconds(5), command: 'server.power-loss', thing: 'A' }]);
  packWith(packing);
  const [trace, whole] = [new Trace(plan.start), new Trace(plan.start)];
  const parts: Int32Array[] = [];
  for (let second = 1; second <= 30; second++) {
    run.extend(seconds(second));
    run.checkpoint();
    const { words, checkpoints } = run.news();
    trace.append(words, checkpoints);
    parts.push(words);
  }
  const all = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  whole.append(all);
  const instants = [0, 1, seconds(5) - 1, seconds(5), seconds(12), seconds(29.5), seconds(40)];
  for (const instant of instants) expect(trace.seqAt(instant)).toBe(whole.seqAt(instant));
  for (let seq = trace.count - 1; seq >= 0; seq -= 97)
    expect(trace.fact(seq)).toEqual(whole.fact(seq));
  const fork = trace.fork(trace.seqAt(seconds(7.3)));
  const [world, other] = [worldOf(plan), worldOf(plan)];
  fork.standAt(world, fork.count, -1);
  whole.standAt(other, fork.count, -1);
  expect(hashOf(world.store)).toBe(hashOf(other.store));
});
