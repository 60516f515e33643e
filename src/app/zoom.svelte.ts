import type { Micros } from '../model/time.ts';
import { pageOf, panned, timeWindow, zoomed } from '../scene/timeWindow.ts';
import type { TimeWindow } from '../scene/timeWindow.ts';
import { stripsOf } from './folds.ts';
import { perSession } from './perSession.ts';
import type { Session } from './Session.svelte.ts';

/**
 * The part of the run that every view with a time axis shows: found by itself, or chosen by zooming
 * and moving. A chosen one may leave the playhead out of sight until the playhead moves.
 */
export class Zoom {
  private readonly session: Session;
  private chosen: TimeWindow | null = $state.raw(null);
  private chosenAt: Micros = -1;

  constructor(session: Session) {
    this.session = session;
  }

  /** Whether a person has chosen it. */
  get isChosen(): boolean {
    return this.chosen !== null;
  }

  /** The window at a moment of the run. */
  at(playhead: Micros): TimeWindow {
    const { session, chosen } = this;
    if (chosen) return playhead === this.chosenAt ? chosen : pageOf(chosen, playhead);
    void session.version;
    const faults = stripsOf(session)
      .flags.filter((flag) => flag.fault)
      .map((flag) => flag.at);
    return timeWindow(playhead, faults, session.plan.settings);
  }

  private choose(window: TimeWindow): void {
    this.chosenAt = this.session.playhead;
    this.chosen = window;
  }

  /** @param factor above 1 shows more @param about the instant that keeps its place */
  zoom(factor: number, about: Micros = this.session.playhead): void {
    this.choose(zoomed(this.at(this.session.playhead), factor, about));
  }

  /** @param share of the window’s length, to later moments when positive */
  pan(share: number): void {
    this.choose(panned(this.at(this.session.playhead), share));
  }

  /** The window finds itself again. */
  release(): void {
    this.chosen = null;
  }
}

/** The one zoom of a session: all views with a time axis share it. */
export const zoomOf = perSession((session) => new Zoom(session));
