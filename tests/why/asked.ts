import { factWords, pack } from '../../src/model/fact.ts';
import { Trace } from '../../src/model/trace.ts';
import type { Told } from '../../src/why/index.ts';
import { WhyIndex } from '../../src/why/index.ts';
import type { Story } from '../story.ts';

const known = new WeakMap<Story, { readonly count: number; readonly told: Told }>();

/** What a story has told so far, for those who ask why. */
export function asked(story: Story): Told {
  const found = known.get(story);
  if (found?.count === story.facts.length) return found.told;
  const told = fold(story);
  known.set(story, { count: story.facts.length, told });
  return told;
}

function fold({ sim, facts }: Story): Told {
  const words = new Int32Array(facts.length * factWords);
  facts.forEach((f, i) => pack(words, i, f.kind, f.at, f.step, f.because, f.a, f.b, f.c, f.d));
  const trace = new Trace(sim.plan.start);
  trace.append(words);
  const index = new WhyIndex(sim.plan);
  facts.forEach((_, i) => index.take(words, i));
  return { trace, index, world: sim.world };
}
