import type { Micros } from '../model/time.ts';
import { longestRun } from '../model/time.ts';
import type { Branch } from './branch.ts';
import { Playback } from './Playback.svelte.ts';
import type { Viewpoint } from './Viewpoint.svelte.ts';

/** Moves the viewer through the branch in view: plays, stops and seeks. */
export class Transport {
  /** Moments at which playing stops by itself, in order, in simulated time. */
  stops: readonly Micros[] = [];
  /** The same, for conditions that a person set. */
  conditions: readonly Micros[] = [];
  /** Told of a moment at which playing has stopped by itself. */
  onstop: ((at: Micros) => void) | null = null;
  private readonly playback = new Playback((shown) => this.advance(shown));
  private readonly view: Viewpoint;
  private readonly branch: () => Branch;
  private readonly demand: () => void;

  /**
   * @param branch the branch in view
   * @param demand asks for more of it, when what is computed soon ends
   */
  constructor(view: Viewpoint, branch: () => Branch, demand: () => void) {
    this.view = view;
    this.branch = branch;
    this.demand = demand;
  }

  get playing(): boolean {
    return this.playback.playing;
  }

  get speed(): number {
    return this.playback.speed;
  }

  setSpeed(speed: number): void {
    this.playback.speed = speed;
  }

  play(): void {
    this.playback.play();
  }

  pause(): void {
    this.playback.pause();
    this.view.settle();
  }

  toggle(): void {
    if (this.playing) this.pause();
    else this.play();
  }

  /** Stands the world at the playhead, after the branch in view has changed. */
  stand(): void {
    this.view.stand(this.branch());
    if (!this.playing) this.view.settle();
  }

  seek(at: Micros): void {
    this.goTo(Math.round(at));
    this.view.settle();
  }

  /** Stands where another run stands, in lock-step with it. */
  follow(at: Micros, playing: boolean): void {
    this.goTo(at);
    if (!playing) this.view.settle();
  }

  /** Back to moment 0; the run and its branches are kept. */
  home(): void {
    this.pause();
    this.goTo(0);
  }

  /** From the beginning, playing. */
  restart(): void {
    this.seek(0);
    this.play();
  }

  /** What is said about the speed at a moment. */
  noteAt(at: Micros): string | null {
    return this.branch().pace.noteAt(at);
  }

  /** Goes on by some shown time, in µs, as far as the branch is computed. */
  private advance(shown: Micros): void {
    const { pace, horizon } = this.branch();
    const from = this.view.at;
    const due = pace.simulatedAt(pace.shownAt(from) + shown);
    const at = Math.min(due, Math.max(horizon, from));
    const stop = Math.min(
      ...[...this.stops, ...this.conditions].filter((each) => each > from && each <= at),
    );
    this.goTo(Math.min(stop, at));
    if (stop <= at) {
      this.pause();
      this.onstop?.(stop);
    } else this.view.panels.takeTurns(this.view.at, shown / this.speed, this.view.turned);
  }

  private goTo(at: Micros): void {
    const branch = this.branch();
    this.view.moveTo(Math.max(0, Math.min(at, longestRun)));
    branch.seen = Math.max(branch.seen, this.view.at);
    this.stand();
    this.demand();
  }
}
