import type { Micros } from '../model/time.ts';
import { stripsOf } from './folds.ts';
import type { Session } from './Session.svelte.ts';

/** Instants at which something begins or ends that the timeline shows: flags, phases, outages. */
function instants(session: Session): Micros[] {
  const { flags, phases, outages } = stripsOf(session);
  const all = [
    ...flags.map(({ at }) => at),
    ...phases.map(({ from }) => from),
    ...outages.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
  ];
  return all.filter((at) => at <= session.horizon).sort((a, b) => a - b);
}

/** Goes to the next interesting event, or to the one before. */
export function toInteresting(session: Session, forwards: boolean): void {
  session.time.pause();
  const all = instants(session);
  const now = session.playhead;
  const at = forwards ? all.find((each) => each > now) : (all.findLast((each) => each < now) ?? 0);
  if (at !== undefined) session.time.seek(at);
}
