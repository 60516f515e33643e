import type { Action } from '../model/action.ts';
import type { Condition } from '../model/condition.ts';
import { idOf } from '../model/plan.ts';
import type { Plan, Thing } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import { longestRun, seconds } from '../model/time.ts';
import type { World } from '../model/world.ts';
import type { Command } from '../commands/index.ts';
import type { Opened } from '../content/opened.ts';
import type { Problem } from '../content/reader.ts';
import type { News } from '../kernel/run.ts';
import { protagonistOf } from '../scene/protagonist.ts';
import { Computing } from './Computing.ts';
import type { Panel, PanelName } from './Panels.svelte.ts';
import { Branches } from './Branches.ts';
import type { KeptBranch } from './Branches.ts';
import { fold, refold } from './branch.ts';
import type { Branch } from './branch.ts';
import { openFile, openGallery } from './opening.ts';
import type { Opening } from './opening.ts';
import { Transport } from './Transport.svelte.ts';
import { Viewpoint } from './Viewpoint.svelte.ts';

const lookAhead = seconds(30);

/** One open sandbox: what has been computed, and where the viewer stands in it. */
export class Session {
  /** Bumped whenever anything but the moment may differ: news, actions, branches. */
  version = $state.raw(0);
  plan: Plan = $state.raw()!;
  selected: Thing | null = $state.raw(null);
  /** It goes on from an earlier visit. */
  restored = $state.raw(false);
  /** The view in the place of the drawing, by its id; empty for the drawing. */
  view = $state.raw('');
  /** The fact, by its sequence number, that the inspector explains instead of what is inspected. */
  why: number | null = $state.raw(null);
  problems: readonly Problem[] = $state.raw([]);
  /** The facts at which playing stops by itself. */
  stops: readonly Condition[] = $state.raw([]);
  branches!: Branches;
  private readonly viewpoint = new Viewpoint();
  /** Plays, stops, seeks and steps. */
  readonly time = new Transport(
    this.viewpoint,
    () => this.branch,
    () => this.demand(),
  );
  private wanted: Micros = 0;
  private readonly computing: Computing;
  private faults = 0;

  /** @param patient leaves the page to its first pictures before the engine starts */
  constructor(patient = false) {
    this.computing = new Computing(
      (news) => this.hear(news),
      (message) => void this.recover(message),
      patient,
    );
  }

  /** Where the viewer stands, in simulated time. */
  get playhead(): Micros {
    return this.viewpoint.at;
  }

  /** The world at the playhead, see `Viewpoint`. */
  get world(): World {
    return this.viewpoint.world;
  }

  /** The same world for those who read nothing of it that a routine fact writes. */
  get quietWorld(): World {
    return this.viewpoint.quietWorld;
  }

  /** What a panel reads: in playing it may be some pictures behind the picture. */
  panel(name: PanelName): Panel {
    return this.viewpoint.panels.of(name);
  }

  /** The branch in view. */
  get branch(): Branch {
    void this.version;
    return this.branches.current;
  }

  /** How far the branch is computed. */
  get horizon(): Micros {
    return this.branch.horizon;
  }

  /** Opens a scenario of the gallery. */
  async open(id: string): Promise<void> {
    this.take(await openGallery(id));
  }

  /** Opens a scenario file; a broken one leaves everything as it is. */
  async openFile(file: File): Promise<void> {
    this.take(await openFile(file));
  }

  private take(opening: Opening): void {
    if (opening.ok) this.start(opening.opened, [], 0);
    else this.complain(opening.problems);
  }

  /** Begins a run: a cluster laid out, and what is done to it besides its script. */
  start(
    { plan, script, stops = [], begun }: Opened,
    actions: readonly Action[],
    at: Micros,
    kept?: readonly KeptBranch[],
  ): void {
    this.time.pause();
    this.plan = plan;
    this.viewpoint.open(plan, at);
    this.branches = new Branches(plan, script, actions, kept);
    this.restored = false;
    this.problems = [];
    this.stops = stops;
    this.time.stops = [];
    this.select(null);
    const first = this.branches.first;
    first.seen = at;
    this.wanted = Math.max(at, ...first.actions.map((action) => action.at)) + lookAhead;
    const known = begun !== undefined && at === 0 && first.actions.length === 0;
    if (known) {
      first.trace.append(begun.words);
      first.horizon = begun.until;
      fold(first);
    }
    this.computing.open(plan, first, this.wanted, known ? begun.until : 0);
    this.version++;
    this.time.stand();
  }

  complain(problems: readonly Problem[]): void {
    this.problems = problems;
  }

  private hear(news: News): void {
    const branch = this.branches.byId(news.branch);
    if (!branch) return;
    if (news.keep < branch.trace.count) {
      branch.trace.truncate(news.keep);
      if (branch.folded > news.keep) refold(branch, this.plan);
    }
    branch.trace.append(news.words, news.checkpoints);
    branch.horizon = news.horizon;
    fold(branch);
    if (news.refused.length > 0) void this.takeBack(branch, news.refused);
    if (branch !== this.branch) return;
    this.version++;
    this.time.stand();
  }

  /** The engine refused actions: they are no part of the story. */
  private async takeBack(branch: Branch, refused: News['refused']): Promise<void> {
    const { takeBack } = await import('./takeBack.ts');
    this.complain([takeBack(branch, refused)]);
    this.version++;
  }

  /** Asks the engine to go on when the playhead nears the end of what was asked for. */
  private demand(): void {
    if (this.playhead + lookAhead / 2 <= this.wanted) return;
    this.wanted = Math.min(this.playhead + lookAhead, longestRun);
    this.request();
  }

  // --- actions ------------------------------------------------------------------------------

  /** Gives a command at the playhead. */
  ask({ id: command, appliesTo }: Command, thing: Thing): void {
    const applies = appliesTo(this.viewpoint.worldNow, thing.row);
    if (applies !== true) {
      this.complain([
        {
          where: `${command} ${idOf(this.plan, thing)}`,
          what: applies,
          hint: 'Choose another verb or moment.',
        },
      ]);
      return;
    }
    this.problems = [];
    const at = Math.round(this.playhead);
    // Done in the past, it takes the place of what was done after it.
    const before = this.branch.actions.filter((each) => each.at <= at);
    this.retell([...before, { at, command, thing: idOf(this.plan, thing) }], at);
  }

  /** Tells a story that differs from the one in view from `at` on. */
  retell(actions: readonly Action[], at: Micros): void {
    this.computeFrom(this.branches.retell(actions, at), at);
  }

  /** The branch in view is new from `at` on; until then it is what `base` was. */
  private computeFrom(base: Branch, at: Micros): void {
    this.why = null;
    this.wanted = Math.max(at, this.playhead) + lookAhead;
    this.computing.fork(this.branch, base, at, this.wanted);
    this.version++;
    this.time.stand();
  }

  get canUndo(): boolean {
    void this.version;
    return this.branches.canUndo;
  }

  get canRedo(): boolean {
    void this.version;
    return this.branches.canRedo;
  }

  /** Takes the last action back: goes to the branch without it. The branch with it is kept. */
  undo(): void {
    const undone = this.branches.undo();
    if (!undone) return;
    this.viewpoint.moveTo(undone.at);
    if (undone.base) this.computeFrom(undone.base, undone.at);
    else this.show();
  }

  redo(): void {
    const at = this.branches.redo();
    if (at === null) return;
    this.viewpoint.moveTo(at);
    this.show();
  }

  /** Shows another branch at this moment, as far as it has been seen. */
  showBranch(branch: Branch): void {
    this.branches.current = branch;
    this.show();
  }

  /** Stands on the branch in view, which was computed before. */
  private show(): void {
    this.why = null;
    this.wanted = Math.max(this.playhead + lookAhead, this.branch.horizon);
    this.request();
    this.version++;
    this.time.stand();
  }

  private readonly acting = $derived(protagonistOf(this.quietWorld).row);
  /** The server that acts; the same object as long as it is the same server. */
  private readonly protagonist: Thing = $derived({ table: 'server', row: this.acting });

  /** The thing in the inspector: the one selected, else the server that acts. */
  get inspected(): Thing {
    return this.selected ?? this.protagonist;
  }

  select(thing: Thing | null): void {
    this.selected = thing;
    this.why = null;
  }

  // --- our own mistakes ---------------------------------------------------------------------

  /** The engine died: a new one replays the action log of this branch to the same moment. */
  private async recover(message: string): Promise<void> {
    const { engineFault } = await import('./engineFault.ts');
    const { again, problem } = engineFault(++this.faults, message);
    this.complain([problem]);
    if (!again) {
      this.time.pause();
      return;
    }
    this.computing.restart();
    const { first } = this.branches;
    this.wanted = this.playhead + lookAhead;
    this.computing.open(this.plan, first, this.wanted);
    if (this.branch !== first) this.request();
  }

  /** Asks the engine to go on with the branch shown. */
  private request(): void {
    this.computing.extend(this.branch, this.branches.first, this.wanted);
  }

  /** Hash of the world at the playhead, for proofs. */
  hash(): number {
    return this.viewpoint.hash();
  }

  dispose(): void {
    this.time.pause();
    this.computing.dispose();
  }
}
