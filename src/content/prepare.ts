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
    start: sparse(words),
    words: words.length,
    script: scenario.script,
  };
}

function sparse(words: Int32Array): number[] {
  const list: number[] = [];
  let zeros = 0;
  for (const word of words) {
    if (word === 0) zeros++;
    else {
      list.push(zeros, word);
      zeros = 0;
    }
  }
  return list;
}
