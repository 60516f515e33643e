import { stripsOf } from '../app/folds.ts';
import type { Session } from '../app/Session.svelte.ts';
import type { Micros } from '../model/time.ts';
import { timeWindow } from '../scene/timeWindow.ts';
import type { TimeWindow } from '../scene/timeWindow.ts';

/** Where the plot of a drawing of time begins, and how wide it is, px: a hairline runs through all. */
export function plotOf(width: number): { readonly left: number; readonly plot: number } {
  const left = width < 600 ? 16 : 112;
  return { left, plot: Math.max(100, width - left - 24) };
}

/** The window of the run that all drawings of time show at an instant. */
export function windowOf(session: Session, at: Micros): TimeWindow {
  const faults = stripsOf(session)
    .flags.filter((flag) => flag.fault)
    .map((flag) => flag.at);
  return timeWindow(at, faults, session.plan.settings);
}
