import { firstWhere } from '../model/halving.ts';
import type { Micros } from '../model/time.ts';
import type { Branch } from './branch.ts';
import { stripsOf } from './folds.ts';
import type { Session } from './Session.svelte.ts';

/** How many events have happened up to and including `at`. */
export function eventsUntil({ events, trace }: Branch, at: Micros): number {
  const seq = trace.seqAt(at);
  return firstWhere(0, events.length, (i) => events[i]! >= seq);
}

/** Stands paused at a moment, unless there is none. */
function goTo(session: Session, at: Micros | undefined): void {
  session.time.pause();
  if (at !== undefined) session.time.seek(at);
}

/** To the first event after this moment, if it is computed yet. */
export function stepForward(session: Session): void {
  const { branch, playhead } = session;
  const next = branch.events[eventsUntil(branch, playhead)];
  goTo(session, next === undefined ? undefined : branch.trace.instant(next));
}

/** To the last event before this moment, or to moment 0. */
export function stepBack(session: Session): void {
  const { branch, playhead } = session;
  const last = branch.events[eventsUntil(branch, playhead - 1) - 1];
  goTo(session, last === undefined ? 0 : branch.trace.instant(last));
}

/** Instants at which something begins or ends that the timeline shows: flags, phases, outages. */
function shownInstants(session: Session): Micros[] {
  const { flags, phases, outages } = stripsOf(session);
  const all = [
    ...flags.map(({ at }) => at),
    ...phases.map(({ from }) => from),
    ...outages.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
  ];
  return all.filter((at) => at <= session.horizon).sort((a, b) => a - b);
}

/** To the next interesting event, or to the one before. */
export function toInteresting(session: Session, forwards: boolean): void {
  const all = shownInstants(session);
  const now = session.playhead;
  goTo(session, forwards ? all.find((at) => at > now) : (all.findLast((at) => at < now) ?? 0));
}
