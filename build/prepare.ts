export { menu } from '../src/content/gallery.ts';
import { prepared as laidOut } from '../src/content/prepare.ts';
import { differs } from '../src/content/opened.ts';
import type { Prepared } from '../src/content/opened.ts';
import { fromGallery } from '../src/content/gallery.ts';
import { planOf } from '../src/content/plan.ts';
import { Run } from '../src/kernel/run.ts';
import { factWords } from '../src/model/fact.ts';
import { seconds } from '../src/model/time.ts';

/** As long as an engine takes to start, and a kilobyte of facts. */
const until = seconds(0.5);

/** The lower half of an instant, and the step, as what has passed since the fact before. */
const lessBefore = (word: number, i: number, words: Int32Array): number =>
  differs(i) ? word - words[i - factWords]! : word;

/** The gallery’s first scenario, and what happens in its first moments. */
export function prepared(): Prepared {
  const first = laidOut();
  const run = new Run(planOf(fromGallery(first.plan.id)!));
  run.extend(until);
  const { words } = run.news();
  return { ...first, begun: { until, words: [...words.map(lessBefore)] } };
}
