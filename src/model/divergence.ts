import { factWords } from './fact.ts';
import type { Trace } from './trace.ts';

/** Words of a fact that say what happened and when; step and cause are counted, not lived. */
const told = [0, 1, 4, 5, 6, 7] as const;

/**
 * How many facts two runs have in common from their beginning.
 * @param known that many are known to be common already
 */
export function commonFacts(a: Trace, b: Trace, known = 0): number {
  const until = Math.min(a.count, b.count);
  let common = known;
  let same = true;
  // Chunk by chunk, because a trace gives its words only where they lie.
  for (let from = known; same && from < until; from += 1_000) {
    const to = Math.min(until, from + 1_000);
    const words = new Int32Array((to - from) * factWords);
    a.forEach(from, to, (source, i, seq) => {
      words.set(source.subarray(i * factWords, (i + 1) * factWords), (seq - from) * factWords);
    });
    b.forEach(from, to, (source, i, seq) => {
      const at = (seq - from) * factWords;
      same &&= told.every((word) => source[i * factWords + word] === words[at + word]);
      if (same) common = seq + 1;
    });
  }
  return common;
}
