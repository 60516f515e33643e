import { differenceOf } from '../model/difference.ts';
import { fromGallery, gallery } from './gallery.ts';
import { planOf } from './plan.ts';
import type { Prepared } from './opened.ts';

/** The gallery’s first scenario, prepared for the page. */
export function prepared(): Prepared {
  const scenario = fromGallery(gallery[0]!.id)!;
  const { start, ...plan } = planOf(scenario);
  const words = new Int32Array(start);
  return {
    plan,
    start: differenceOf(new Int32Array(words.length), words),
    words: words.length,
    script: scenario.script,
  };
}
