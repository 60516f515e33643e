import type { News } from '../kernel/run.ts';
import type { Plan } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import { Engine } from '../worker/engine.ts';
import { afterPictures } from './afterPictures.ts';
import type { Branch } from './branch.ts';

/** The engine’s side of one sandbox: which run it computes and which branches of it it knows. */
export class Computing {
  private readonly engine: Engine;
  private readonly patient: boolean;
  private run = 0;
  private known: readonly number[] = [];

  /**
   * @param hear takes news of the run that is open now
   * @param fault is told why the engine’s thread died
   * @param patient leaves the page to its first pictures before the engine starts
   */
  constructor(hear: (news: News) => void, fault: (message: string) => void, patient: boolean) {
    this.patient = patient;
    this.engine = new Engine({
      news: (reply) => {
        if (reply.run === this.run) hear(reply.news);
      },
      fault,
    });
  }

  /**
   * Begins a run anew with its first branch. News of the run before are no longer heard.
   * @param known the facts up to here need not be told; an engine that has not started yet may
   *     then leave the page to its first pictures
   */
  open(plan: Plan, first: Branch, to: Micros, known: Micros = 0): void {
    this.run++;
    this.known = [first.id];
    this.engine.send({ kind: 'open', run: this.run, plan, actions: first.actions, known, to });
    this.engine.start(known > 0 || this.patient ? afterPictures : (work) => work());
  }

  /** Computes `branch` as `base` was until `at`, and from there with its own actions. */
  fork(branch: Branch, base: Branch, at: Micros, to: Micros): void {
    this.known = [...this.known, branch.id];
    const { id, actions } = branch;
    this.engine.send({ kind: 'branch', run: this.run, branch: id, base: base.id, at, actions, to });
  }

  /** Goes on with a branch; one that the engine does not know is replayed from moment 0. */
  extend(branch: Branch, first: Branch, to: Micros): void {
    if (!this.known.includes(branch.id)) this.fork(branch, first, 0, to);
    else this.engine.send({ kind: 'extend', run: this.run, branch: branch.id, to });
  }

  /** Starts the engine’s thread anew; it knows nothing until a run is opened. */
  restart(): void {
    this.engine.restart();
  }

  dispose(): void {
    this.engine.dispose();
  }
}
