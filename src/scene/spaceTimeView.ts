import type { Plan } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import { requestSample, sampleOf } from './spaceTimeRequests.ts';
import type { SpaceTime } from './spaceTime.ts';
import type { RowLayout } from './spaceTimeRows.ts';

/** What is drawn of a fold: which rows, which window, and how far. */
export interface View {
  readonly fold: SpaceTime;
  readonly plan: Plan;
  readonly layout: RowLayout;
  /** The window of the time axis, and the place of an instant in it, px. */
  readonly from: Micros;
  readonly to: Micros;
  readonly x: (at: Micros) => number;
  /** Marks are laid out so far, a little beyond the playhead, which hides what it has not reached. */
  readonly until: Micros;
  /** Texts say only what has happened by then. */
  readonly seen: Micros;
  /** A text in the words in use. */
  readonly say: (text: string) => string;
  /** One in how many requests and heartbeats is drawn. */
  readonly requestSample: number;
  readonly beatSample: number;
}

/** How many are drawn, which depends on the window alone: nothing comes or goes while it is shown. */
export function samplesOf(
  plan: Plan,
  length: Micros,
): { requestSample: number; beatSample: number } {
  return {
    requestSample: requestSample(plan, length),
    beatSample: sampleOf((2 * length) / plan.settings.heartbeatInterval),
  };
}

/** `1 in 8 requests shown`; empty when all are. */
export function sampleText(requests: number, beats: number): string {
  const parts = [
    requests > 1 ? `1 in ${requests} requests` : '',
    beats > 1 ? `1 in ${beats} heartbeats` : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? `${parts.join(', ')} shown` : '';
}
