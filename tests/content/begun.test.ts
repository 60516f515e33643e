import { expect, test } from 'vitest';
import { prepared } from '../../build/prepare.ts';
import { unpack } from '../../src/content/opened.ts';
import { Run } from '../../src/kernel/run.ts';
import { factWords } from '../../src/model/fact.ts';
import { seconds } from '../../src/model/time.ts';
import { EngineHost } from '../../src/worker/host.ts';
import type { Reply } from '../../src/worker/protocol.ts';

test('the page is built with the facts that the engine tells first, and the engine goes on from there', () => {
  const { plan, begun } = unpack(prepared());
  const run = new Run(plan);
  run.extend(seconds(2));
  const { words: whole, hash } = run.news();
  expect(begun!.words.length).toBeGreaterThan(50 * factWords);
  expect([...begun!.words]).toEqual([...whole.subarray(0, begun!.words.length)]);

  const replies: Reply[] = [];
  const work: (() => void)[] = [];
  const host = new EngineHost(
    (reply) => replies.push(reply),
    (each) => work.push(each),
  );
  host.receive({
    kind: 'open',
    run: 1,
    plan,
    actions: [],
    known: begun!.until,
    to: seconds(2),
  });
  while (work.length > 0) work.shift()!();
  const news = replies.map((reply) => {
    if (reply.kind !== 'news') throw new Error(reply.message);
    return reply.news;
  });
  expect(news[0]!.keep).toBe(begun!.words.length / factWords);
  expect([...begun!.words, ...news.flatMap(({ words }) => [...words])]).toEqual([...whole]);
  expect(news.at(-1)).toMatchObject({ horizon: seconds(2), hash });
});
