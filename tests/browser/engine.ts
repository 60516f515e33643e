import { fromGallery, menu } from '../../src/content/gallery.ts';
import { planOf } from '../../src/content/plan.ts';
import { Run } from '../../src/kernel/run.ts';
import { seconds } from '../../src/model/time.ts';
import { TraceStream } from '../../src/trace/traceStream.ts';

/** How long a scenario is run that does not say so itself, and at most. */
const usual = seconds(20);
const longest = seconds(60);

/** Every scenario of the gallery, by its id. */
export const ids = menu.map(({ id }) => id);

/** SHA-256 of the canonical trace of a scenario, as `understudy run` prints it. */
export function traceHash(id: string): string {
  const scenario = fromGallery(id)!;
  const plan = planOf(scenario);
  const until = Math.min(longest, scenario.until ?? usual);
  const run = new Run(plan, scenario.script);
  const stream = new TraceStream(plan);
  for (let done = false; !done;) {
    done = run.extend(until, 100_000);
    stream.take(run.news().words);
  }
  return stream.digest();
}
