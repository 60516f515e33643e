import { chartFacts } from '../model/facts/charts.ts';
import { kindNames } from '../model/kinds.ts';
import type { Trace } from '../model/trace.ts';
import type { Message } from './spaceTimeMarks.ts';
import type { Wiring } from './spaceTimeWiring.ts';
import { subjectOf } from './subjectOf.ts';

/** A chart took a step: that is why something is sent, and not its sending. */
const isStep = kindNames.map((name) => name in chartFacts);

/**
 * The fact that sent a message of the space-time diagram: the first of its instant that happens at
 * the place that the message leaves.
 * @returns its sequence number; null where nothing that happens there is told of that instant
 */
export function sendingOf(trace: Trace, wiring: Wiring, { stops }: Message): number | null {
  const [at = 0, from = -1] = stops;
  let found: number | null = null;
  for (let seq = trace.seqAt(at) - 1; seq >= 0; seq--) {
    const fact = trace.fact(seq);
    if (fact.at < at) break;
    const about = isStep[fact.kind] ? null : subjectOf(fact);
    if (about && wiring.placeOf(about.table, about.row) === from) found = seq;
  }
  return found;
}
