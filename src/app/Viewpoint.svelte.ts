import type { Plan } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import { Standing } from '../model/standing.ts';
import type { Change } from '../model/standing.ts';
import type { World } from '../model/world.ts';
import type { Branch } from './branch.ts';
import { Panels } from './Panels.svelte.ts';

/** Where the viewer stands in a run, and the world there as those who draw it read it. */
export class Viewpoint {
  readonly panels = new Panels(() => this.standing.world);
  private standing!: Standing;
  private position: Micros = $state.raw(0);
  /** Bumped with every fact that is gained or taken back: tables are changed in place. */
  private folded = $state.raw(0);
  /** Bumped with those of them that are not routine. */
  private turns = $state.raw(0);
  /** Whether more than routine changed when it was stood last. */
  turned = true;

  /** Begins with the world of a plan, to stand at a moment of it. */
  open(plan: Plan, at: Micros): void {
    this.standing = new Standing(plan);
    this.position = at;
    this.changed('anything');
  }

  /** The moment, in simulated time. */
  get at(): Micros {
    return this.position;
  }

  /** Moves to a moment; `stand` brings the world there. */
  moveTo(at: Micros): void {
    this.position = at;
  }

  /** Stands the world at the moment, as far as the branch is computed. */
  stand({ trace, horizon }: Branch): void {
    const at = Math.min(this.position, horizon);
    this.changed(this.standing.at(trace, trace.seqAt(at)));
  }

  /** Brings every panel to the moment. */
  settle(): void {
    this.panels.all(this.position);
  }

  /** The world as it is there now, for those who do not draw. */
  get worldNow(): World {
    return this.standing.world;
  }

  /** The world. Its tables are changed in place: reading it here follows along. */
  get world(): World {
    void this.folded;
    return this.standing.world;
  }

  /**
   * The same world for those who read nothing of it that a routine fact writes (requests,
   * messages, heartbeats): it is not read again for these, which is to say in most pictures.
   */
  get quietWorld(): World {
    void this.turns;
    return this.standing.world;
  }

  /** Hash of the world, for proofs. */
  hash(): number {
    void this.folded;
    return this.standing.hash();
  }

  private changed(change: Change): void {
    this.turned = change === 'anything';
    if (change !== 'nothing') this.folded++;
    if (change !== 'anything') return;
    this.turns++;
    this.panels.fallBehind();
  }
}
