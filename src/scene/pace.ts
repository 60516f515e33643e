import { within } from '../charts/index.ts';
import { instantAt, kindAt, operandAt } from '../model/fact.ts';
import { firstWhere } from '../model/halving.ts';
import { kindNumber } from '../model/kinds.ts';
import type { Settings } from '../model/plan.ts';
import { seconds } from '../model/time.ts';
import type { Micros } from '../model/time.ts';

/** A frame on the wire is shown at least this long. */
const frameShown = 180_000;
/** Names are written at a quarter of the speed. */
const flightSlow = 4;
/** A wait longer than this is shown faster, so that all of it takes about as long. */
const waitShown = seconds(5);

const frames = new Set([
  kindNumber['fabric.fdisc-sent'],
  kindNumber['fabric.logo-sent'],
  kindNumber['name-server.queried'],
  kindNumber['path.plogi-sent'],
  kindNumber['path.prli-sent'],
]);
const notices = kindNumber['rscn.sent'];
const vportState = kindNumber['vport.state'];
const monitorState = kindNumber['monitor.state'];
const serverState = kindNumber['server.state'];

interface Knot {
  readonly at: Micros;
  readonly shown: Micros;
  /** Shown time per simulated time from here on. */
  readonly rate: number;
  readonly note: string | null;
}

/**
 * Simulated time to shown time and back: microseconds of frames are stretched until they can be
 * seen, long waits are cut short, order is never changed, and every change of speed has its note.
 * A left fold over facts: appending never changes the shown time of what has been seen.
 */
export class Pace {
  private readonly knots: Knot[] = [{ at: 0, shown: 0, rate: 1, note: null }];
  private readonly settings: Settings;
  /** Slow until this instant because of something in flight. */
  private slowUntil = 0;
  private slowRate = 1;
  private slowNote: string | null = null;
  /** Waits under way, by what waits: how much faster each may be shown. */
  private readonly waits = new Map<string, number>();

  constructor(settings: Settings) {
    this.settings = settings;
  }

  /** Takes in one packed fact. */
  take(words: Int32Array, i: number): void {
    const kind = kindAt(words, i);
    if (kind === vportState) {
      const writing = within('virtualPort', operandAt(words, i, 1), 'writing');
      if (writing)
        this.slow(
          instantAt(words, i),
          this.settings.writeNames,
          flightSlow,
          'Slowed to ¼ while names move',
        );
    } else if (frames.has(kind)) {
      this.frame(instantAt(words, i), operandAt(words, i, 2));
    } else if (kind === notices) {
      this.frame(instantAt(words, i), operandAt(words, i, 3));
    } else if (kind === monitorState) {
      this.wait(words, i, 'monitor');
    } else if (kind === serverState) {
      this.wait(words, i, 'server');
    }
  }

  private frame(at: Micros, travels: Micros): void {
    if (travels > 0 && travels < frameShown) {
      const rate = frameShown / travels;
      this.slow(at, travels, rate, `Slowed ${Math.round(rate)}× while frames travel`);
    }
  }

  private slow(at: Micros, length: Micros, rate: number, note: string): void {
    this.settle(at);
    if (at < this.slowUntil && this.slowRate >= rate) return;
    this.slowUntil = at + length;
    this.slowRate = rate;
    this.slowNote = note;
    this.knot(at);
  }

  private wait(words: Int32Array, i: number, of: 'monitor' | 'server'): void {
    const at = instantAt(words, i);
    const key = `${of}${operandAt(words, i, 0)}`;
    const length =
      of === 'monitor'
        ? this.monitorWait(operandAt(words, i, 1))
        : this.serverWait(operandAt(words, i, 1));
    const before = this.waits.size;
    if (length > waitShown) this.waits.set(key, length / waitShown);
    else this.waits.delete(key);
    if (before > 0 || this.waits.size > 0) {
      this.settle(at);
      this.knot(at);
    }
  }

  private monitorWait(configuration: number): Micros {
    const { heartbeatInterval, missesAllowed, automaticGiveback } = this.settings;
    if (within('failoverMonitor', configuration, 'suspect'))
      return heartbeatInterval * missesAllowed;
    const ready = within('failoverMonitor', configuration, 'inTakeover.ready');
    return ready && automaticGiveback !== 'off' ? automaticGiveback : 0;
  }

  private serverWait(configuration: number): Micros {
    return within('server', configuration, 'booting') ? this.settings.boot : 0;
  }

  /** Ends a slow-down whose end has passed. */
  private settle(at: Micros): void {
    if (this.slowUntil === 0 || at < this.slowUntil) return;
    const ended = this.slowUntil;
    this.slowUntil = 0;
    this.knot(ended);
  }

  private knot(at: Micros): void {
    const shown = this.shownOf(this.knots.at(-1)!, at);
    const slow = this.slowUntil > at;
    const fastest = Math.min(...this.waits.values());
    const fast = this.waits.size > 0;
    const rate = slow ? this.slowRate : fast ? 1 / fastest : 1;
    const note = slow
      ? this.slowNote
      : fast
        ? `Waiting, shown ${Math.round(fastest)} times faster`
        : null;
    this.knots.push({ at, shown, rate, note });
  }

  private shownOf(knot: Knot, at: Micros): Micros {
    return knot.shown + (at - knot.at) * knot.rate;
  }

  /** The knot in force: the one before the slow-down’s end if that end has no knot yet. */
  private knotFor(reaches: (knot: Knot) => boolean): Knot {
    const { knots } = this;
    const low = Math.max(0, firstWhere(0, knots.length, (i) => !reaches(knots[i]!)) - 1);
    const knot = this.knots[low]!;
    // A slow-down that no later fact has ended yet ends by itself all the same.
    if (low === this.knots.length - 1 && this.slowUntil > knot.at) {
      const end: Knot = {
        at: this.slowUntil,
        shown: this.shownOf(knot, this.slowUntil),
        rate: 1,
        note: null,
      };
      if (reaches(end)) return end;
    }
    return knot;
  }

  /** Shown time, in µs, at a simulated instant. */
  shownAt(at: Micros): number {
    return this.shownOf(
      this.knotFor((knot) => knot.at <= at),
      at,
    );
  }

  /** The simulated instant at a shown time. */
  simulatedAt(shown: number): Micros {
    const knot = this.knotFor((each) => each.shown <= shown);
    return knot.at + (shown - knot.shown) / knot.rate;
  }

  /** What is said on screen about the speed at this instant; null at the true one. */
  noteAt(at: Micros): string | null {
    return this.knotFor((knot) => knot.at <= at).note;
  }
}
