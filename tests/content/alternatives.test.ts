import { expect, test } from 'vitest';
import { alternatives } from '../../src/content/alternatives.ts';
import type { Story } from '../../src/content/alternatives.ts';
import { fromGallery } from '../../src/content/gallery.ts';
import { planOf } from '../../src/content/plan.ts';
import { factWords } from '../../src/model/fact.ts';
import { commonFacts } from '../../src/model/divergence.ts';
import { seconds } from '../../src/model/time.ts';
import { Trace } from '../../src/model/trace.ts';
import { worldOf } from '../../src/model/world.ts';
import { Run } from '../../src/kernel/run.ts';
import { differing } from '../../src/scene/differing.ts';

const story: Story = {
  scenario: fromGallery('top-1')!,
  actions: [{ at: seconds(5), command: 'server.power-loss', thing: 'A' }],
};

function traced({ scenario, actions }: Story): Trace {
  const plan = planOf(scenario);
  const run = new Run(plan, actions);
  run.extend(seconds(40));
  const trace = new Trace(plan.start);
  trace.append(run.news().words);
  return trace;
}

for (const { id, of } of alternatives) {
  test(`${id} is another story of the same cluster, or says that it is the same`, () => {
    const told = of(story);
    if (told === null) {
      expect(['identity-takeover', 'detection-15s']).toContain(id);
      return;
    }
    expect(of(told)).toBeNull();
    const [a, b] = [traced(story), traced(told)];
    const common = commonFacts(a, b);
    expect(common).toBeLessThan(Math.min(a.count, b.count));
    const differ = a.fact(common);
    expect([differ.kind, differ.at, differ.a]).not.toEqual([
      b.fact(common).kind,
      b.fact(common).at,
      b.fact(common).a,
    ]);
  });
}

test('two tellings of one story have all their facts in common, however they came', () => {
  const [a, whole] = [traced(story), traced(story)];
  const b = new Trace(planOf(story.scenario).start);
  whole.forEach(0, whole.count, (words, i) => {
    b.append(words.slice(i * factWords, (i + 1) * factWords));
  });
  expect(commonFacts(a, b)).toBe(a.count);
  expect(commonFacts(a, b, 5_000)).toBe(a.count);
});

test('worlds at one moment of two stories differ in the things that look otherwise', () => {
  const planned = alternatives.find(({ id }) => id === 'planned')!.of(story)!;
  const at = (trace: Trace, other: Story) => {
    const world = worldOf(planOf(other.scenario));
    trace.standAt(world, trace.seqAt(seconds(12)), -1);
    return world;
  };
  const [crash, order] = [at(traced(story), story), at(traced(planned), planned)];
  expect(differing(crash, crash)).toEqual([]);
  const tables = new Set(differing(crash, order).map(({ table }) => table));
  expect([...tables].sort()).toEqual(['disk', 'server', 'vport']);
});
