import { expect, test } from 'vitest';
import { fromGallery } from '../../src/content/gallery.ts';
import { planOf } from '../../src/content/plan.ts';
import type { Action, News } from '../../src/kernel/branches.ts';
import { learn } from '../../src/kernel/procedures.ts';
import { seconds } from '../../src/model/time.ts';
import type { Plan, Settings } from '../../src/model/plan.ts';
import { EngineHost } from '../../src/worker/host.ts';
import type { Request } from '../../src/worker/protocol.ts';

const kill: Action = { at: seconds(2), command: 'server.power-loss', thing: 'A' };

function planWith(settings: Partial<Settings> = {}): Plan {
  const scenario = fromGallery('start')!;
  return planOf({ ...scenario, settings: { ...scenario.settings, ...settings } });
}

/** A host whose second part comes when the test says so, and what it has told. */
class Told {
  readonly news: News[] = [];
  readonly faults: string[] = [];
  asked = 0;
  private readonly work: (() => void)[] = [];
  private arrives!: () => void;
  private fails!: (error: Error) => void;
  readonly host = new EngineHost(
    (reply) => {
      if (reply.kind === 'news') this.news.push(reply.news);
      else this.faults.push(reply.message);
    },
    (each) => this.work.push(each),
    () => {
      this.asked++;
      return new Promise((resolve, reject) => {
        this.arrives = resolve;
        this.fails = reject;
      });
    },
  );

  /** Does all that can be done at once. */
  settle(): this {
    while (this.work.length > 0) this.work.shift()!();
    return this;
  }

  async arrive(): Promise<void> {
    learn((await import('../../src/kernel/afterOrders.ts')).afterOrders);
    this.arrives();
    await Promise.resolve();
    await Promise.resolve();
    this.settle();
  }

  async fail(): Promise<void> {
    this.fails(new Error('no such file'));
    await new Promise((done) => setTimeout(done, 0));
    this.settle();
  }

  open(plan: Plan, actions: readonly Action[], to: number): this {
    this.host.receive({ kind: 'open', run: 1, plan, actions, known: 0, to: seconds(to) });
    return this;
  }

  branch(branch: number, actions: readonly Action[], to: number): this {
    const part = { run: 1, branch, base: 0, at: seconds(2), actions, to: seconds(to) };
    this.host.receive({ kind: 'branch', ...part } satisfies Request);
    return this;
  }

  extend(branch: number, to: number): this {
    this.host.receive({ kind: 'extend', run: 1, branch, to: seconds(to) });
    return this;
  }

  /** Facts of a branch as a page has them that takes all news; a new branch begins as the first. */
  facts(branch: number): number[] {
    const words = new Map<number, number[]>();
    for (const { branch: of, keep, words: fresh } of this.news) {
      const before = words.get(of) ?? words.get(0) ?? [];
      words.set(of, [...before.slice(0, 8 * keep), ...fresh]);
    }
    return words.get(branch)!;
  }
}

/** The same in one go, by an engine that had all its parts from the beginning. */
async function whole(plan: Plan, actions: readonly Action[], to: number): Promise<News> {
  const { Run } = await import('../../src/kernel/run.ts');
  const run = new Run(plan, actions);
  run.extend(seconds(to));
  return run.news();
}

// The order of these tests matters: a part that has been learnt stays known.

test('without the second part an untouched cluster runs, and a failure to load it is no fault', async () => {
  const told = new Told().open(planWith(), [], 3);
  expect(told.asked).toBe(0);
  told.settle();
  expect(told.asked).toBe(1);
  expect(told.news.at(-1)!.horizon).toBe(seconds(3));
  await told.fail();
  told.extend(0, 6).settle();
  expect(told.news.at(-1)!.horizon).toBe(seconds(6));
  expect(told.faults).toEqual([]);

  told.branch(0, [kill], 9).extend(0, 10);
  await Promise.resolve();
  await new Promise((done) => setTimeout(done, 0));
  expect(told.faults).toHaveLength(1);
  expect(told.faults[0]).toContain('A part of it could not be loaded.\nError: no such file');
});

test('a cluster that fails over untouched goes on where it was told once the second part is here', async () => {
  // Heartbeats travel longer than a silence that is allowed.
  const plan = planWith({ interconnectLatency: seconds(4), missesAllowed: 2 });
  const told = new Told().open(plan, [], 20).settle();
  expect(told.asked).toBe(1);
  expect(told.faults).toEqual([]);
  told.extend(0, 25).settle();
  await told.arrive();
  const expected = await whole(plan, [], 25);
  expect(told.faults).toEqual([]);
  expect(told.news.at(-1)).toMatchObject({ horizon: seconds(25), hash: expected.hash });
  expect(told.facts(0)).toEqual([...expected.words]);
});

test('requests that need the second part wait for it, and those after them keep their turn', async () => {
  const told = new Told().open(planWith(), [kill], 5).extend(0, 8).branch(1, [], 3).settle();
  expect([told.asked, told.news.length]).toEqual([1, 0]);
  await told.arrive();
  told.extend(0, 12).settle();
  expect(told.faults).toEqual([]);
  const killed = await whole(planWith(), [kill], 12);
  const untouched = await whole(planWith(), [], 3);
  expect(told.facts(1)).toEqual([...untouched.words]);
  expect(told.facts(0)).toEqual([...killed.words]);
  expect(told.news.at(-1)).toMatchObject({ branch: 0, hash: killed.hash });
});
