import type { Micros } from '../model/time.ts';
import type { World } from '../model/world.ts';

/** The panels beside the picture, in the order in which they are brought up to date. */
const names = ['words', 'tables', 'chart', 'log', 'timeline'] as const;
export type PanelName = (typeof names)[number];

/** What one panel reads of the run: the moment, and the world at it. */
export class Panel {
  /** The moment that the panel shows, in simulated time. */
  playhead: Micros = $state.raw(0);
  /** Bumped when something that is not routine has changed: tables are changed in place. */
  private turns = $state.raw(0);
  private behind = true;
  private readonly worldNow: () => World;

  constructor(worldNow: () => World) {
    this.worldNow = worldNow;
  }

  /**
   * The world, for those who read nothing of it that a routine fact writes (requests, messages,
   * heartbeats): it is not read again for these.
   */
  get world(): World {
    void this.turns;
    return this.worldNow();
  }

  /** Something that is not routine has changed. */
  fallBehind(): void {
    this.behind = true;
  }

  catchUp(at: Micros): void {
    this.playhead = at;
    if (this.behind) this.turns++;
    this.behind = false;
  }
}

/**
 * The panels take turns: while a run plays, each picture brings one of them up to date, so that a
 * moment at which much changes does not have to be told everywhere within one picture. They are
 * read, not watched, and a fraction of a second is not noticed. As soon as the run stands still
 * they all show the very moment.
 */
export class Panels {
  private turn = 0;
  /** Pictures in a row that were busy. */
  private waited = 0;
  private readonly list: readonly Panel[];

  constructor(worldNow: () => World) {
    this.list = names.map(() => new Panel(worldNow));
  }

  of(name: PanelName): Panel {
    return this.list[names.indexOf(name)]!;
  }

  fallBehind(): void {
    for (const panel of this.list) panel.fallBehind();
  }

  /**
   * Brings the next panel up to date, unless the picture has much to do itself; it may say so twice.
   */
  next(at: Micros, busy: boolean): void {
    this.waited = busy ? this.waited + 1 : 0;
    if (this.waited % 3 !== 0) return;
    this.turn = (this.turn + 1) % this.list.length;
    this.list[this.turn]!.catchUp(at);
  }

  /** Brings every panel up to date. */
  all(at: Micros): void {
    for (const panel of this.list) panel.catchUp(at);
  }
}
