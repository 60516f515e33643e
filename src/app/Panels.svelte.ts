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

/** Shown time after which the next panel takes its turn, µs: every panel is at most five of them old. */
const turn: Micros = 20_000;
/** So many turns a picture may fall behind that has much to do itself. */
const patience = 3;

/**
 * The panels take turns: while a run plays, each picture brings one of them up to date, so that a
 * moment at which much changes does not have to be told everywhere within one picture. They are
 * read, not watched, and a tenth of a second is not noticed. Where pictures are slow, several take
 * their turn in one. As soon as the run stands still they all show the very moment.
 */
export class Panels {
  private next = 0;
  private owed: Micros = 0;
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
   * Lets panels take their turn.
   * @param passed real time since the last picture, µs
   * @param busy whether the picture has much to do itself
   */
  takeTurns(at: Micros, passed: Micros, busy: boolean): void {
    this.owed = Math.min(this.owed + passed, this.list.length * turn);
    while (this.owed >= (busy ? patience * turn : turn)) {
      this.owed -= turn;
      this.list[this.next]!.catchUp(at);
      this.next = (this.next + 1) % this.list.length;
    }
  }

  /** Brings every panel up to date. */
  all(at: Micros): void {
    this.owed = 0;
    for (const panel of this.list) panel.catchUp(at);
  }
}
