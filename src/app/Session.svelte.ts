import { idOf } from '../model/plan.ts';
import type { Plan, Thing } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import { longestRun, seconds } from '../model/time.ts';
import type { World } from '../model/world.ts';
import { commandNamed } from '../commands/index.ts';
import type { Opened } from '../content/opened.ts';
import type { Problem } from '../content/reader.ts';
import type { Action, News } from '../kernel/run.ts';
import { Computing } from './Computing.ts';
import { Playback } from './Playback.svelte.ts';
import {
  emptyBranch,
  eventBefore,
  fold,
  nextEvent,
  refold,
  sameAction,
  sameActions,
} from './branch.ts';
import type { Branch } from './branch.ts';
import { firstScenario, openFile, openGallery } from './opening.ts';
import type { Opening } from './opening.ts';
import type { Link } from './readLink.ts';
import { Standing } from './Standing.ts';

const lookAhead = seconds(30);

/** What an address without a query asks for. */
const nothing: Link = { scenario: null, actions: [], at: null, problems: [] };

/** One open sandbox: what has been computed, and where the viewer stands in it. */
export class Session {
  /** Bumped whenever anything that is drawn may differ: tables are changed in place. */
  version = $state(0);
  plan: Plan = $state.raw()!;
  branch: Branch = $state.raw()!;
  selected: Thing | null = $state.raw(null);
  problems: readonly Problem[] = $state.raw([]);
  /** The engine’s thread died and was started anew. */
  restarted = $state(false);
  branches: Branch[] = [];
  /** What the scenario itself does: undo stops there. */
  private script: Opened['script'] = [];
  private standing!: Standing;
  private position: Micros = 0;
  private wanted: Micros = 0;
  private nextBranch = 1;
  private undone: number[] = [];
  private readonly playback = new Playback((shown) => this.advance(shown));
  private readonly computing = new Computing(
    (news) => this.hear(news),
    (message) => this.recover(message),
  );
  private faults = 0;

  /** Where the viewer stands, in simulated time. */
  get playhead(): Micros {
    void this.version;
    return this.position;
  }

  /** The world at the playhead. Its tables are changed in place: reading it here follows along. */
  get world(): World {
    void this.version;
    return this.standing.world;
  }

  /** How far the branch is computed. */
  get horizon(): Micros {
    void this.version;
    return this.branch.horizon;
  }

  /**
   * Opens what an address asks for. What of it is broken is said, and the first scenario opens
   * in its place. Answers what the address said beyond that.
   */
  async openLink(search: string): Promise<{ readonly acts: boolean; readonly moment: boolean }> {
    const link = search === '' ? nothing : (await import('./readLink.ts')).linkOf(search);
    const opening = link.scenario === null ? null : await openGallery(link.scenario);
    const opened = opening?.ok ? opening.opened : firstScenario();
    const asked = opening === null || opening.ok;
    this.start(opened, asked ? link.actions : [], asked ? (link.at ?? 0) : 0);
    const problems = [...(opening?.ok === false ? opening.problems : []), ...link.problems];
    if (problems.length > 0) this.complain(problems);
    return { acts: link.actions.length > 0, moment: link.at !== null };
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

  private start({ plan, script: own }: Opened, actions: readonly Action[], at: Micros): void {
    this.pause();
    const script = [...own, ...actions].map(({ at: when, command, thing }) => ({
      at: when,
      command,
      thing,
    }));
    this.plan = plan;
    this.script = own;
    this.standing = new Standing(plan);
    this.branch = emptyBranch(0, null, script, plan);
    this.branches = [this.branch];
    this.nextBranch = 1;
    this.undone = [];
    this.problems = [];
    this.selected = null;
    this.position = at;
    this.branch.seen = at;
    this.wanted = Math.max(at, ...script.map((action) => action.at)) + lookAhead;
    this.computing.open(plan, this.branch, this.wanted);
    this.version++;
  }

  complain(problems: readonly Problem[]): void {
    this.problems = problems;
  }

  private hear(news: News): void {
    const branch = this.branches.find((each) => each.id === news.branch);
    if (!branch) return;
    if (news.keep < branch.trace.count) {
      branch.trace.truncate(news.keep);
      if (branch.folded > news.keep) refold(branch, this.plan);
    }
    branch.trace.append(news.words, news.checkpoints);
    branch.horizon = news.horizon;
    fold(branch);
    if (news.refused.length > 0) {
      const { action, refusal } = news.refused[0]!;
      branch.actions = branch.actions.filter(
        (each) => !news.refused.some((one) => one.action === each || sameAction(one.action, each)),
      );
      this.complain([{ ...refusal, where: `${action.at / 1e6} s ${refusal.where}` }]);
    }
    if (branch === this.branch) this.stand();
  }

  /** Stands the world at the playhead. */
  private stand(): void {
    const { trace } = this.branch;
    const at = Math.min(this.position, this.branch.horizon);
    this.standing.at(trace, trace.seqAt(at));
    this.version++;
  }

  private goTo(at: Micros): void {
    this.position = Math.max(0, Math.min(at, longestRun));
    this.branch.seen = Math.max(this.branch.seen, this.position);
    this.stand();
    this.demand();
  }

  private demand(): void {
    if (this.position + lookAhead / 2 <= this.wanted) return;
    this.wanted = Math.min(this.position + lookAhead, longestRun);
    this.request();
  }

  // --- time ---------------------------------------------------------------------------------

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
  }

  toggle(): void {
    if (this.playing) this.pause();
    else this.play();
  }

  /** Goes on by some shown time, as far as the branch is computed. */
  private advance(shown: number): void {
    const { pace, horizon } = this.branch;
    const at = pace.simulatedAt(pace.shownAt(this.position) + shown);
    this.goTo(Math.min(at, Math.max(horizon, this.position)));
  }

  seek(at: Micros): void {
    this.goTo(Math.round(at));
  }

  /** Back to moment 0; the run and its branches are kept. */
  home(): void {
    this.pause();
    this.goTo(0);
  }

  /** From the beginning, playing. */
  restart(): void {
    this.goTo(0);
    this.play();
  }

  stepForward(): void {
    this.pause();
    const next = nextEvent(this.branch, this.position);
    if (next !== null) this.goTo(next);
  }

  stepBack(): void {
    this.pause();
    this.goTo(eventBefore(this.branch, this.position));
  }

  /** What is said about the speed right now. */
  get note(): string | null {
    void this.version;
    return this.branch.pace.noteAt(this.position);
  }

  // --- actions ------------------------------------------------------------------------------

  /** Gives a command at the playhead. */
  ask(command: string, thing: Thing): void {
    const found = commandNamed(command);
    const applies =
      found?.command.appliesTo(this.standing.world, thing.row) ?? 'There is no such command.';
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
    const at = Math.round(this.position);
    const action: Action = { at, command, thing: idOf(this.plan, thing) };
    const before = this.branch.actions.filter((each) => each.at <= at);
    const later = this.branch.actions.length > before.length;
    this.undone = [];
    this.become([...before, action], at, at >= this.branch.seen && !later);
  }

  /** Goes on with these actions: on this branch if its future is unseen, else on a new one. */
  private become(actions: readonly Action[], at: Micros, here: boolean): void {
    const base = this.branch;
    const keep = base.trace.seqAt(at);
    if (here) {
      base.actions = actions;
    } else {
      const branch = emptyBranch(
        this.nextBranch++,
        base.id,
        actions,
        this.plan,
        base.trace.fork(keep),
      );
      branch.horizon = Math.min(base.horizon, at);
      branch.seen = at;
      fold(branch);
      this.branches.push(branch);
      this.branch = branch;
    }
    this.wanted = at + lookAhead;
    this.computing.fork(this.branch, base, at, this.wanted);
    this.stand();
  }

  get canUndo(): boolean {
    void this.version;
    return this.branch.actions.length > this.script.length;
  }

  get canRedo(): boolean {
    void this.version;
    return this.undone.length > 0;
  }

  /** Takes the last action back: goes to the branch without it. The branch with it is kept. */
  undo(): void {
    if (!this.canUndo) return;
    const from = this.branch;
    const last = from.actions.at(-1)!;
    const actions = from.actions.slice(0, -1);
    const known = this.branches.find(
      (branch) => branch !== from && sameActions(branch.actions, actions),
    );
    this.position = last.at;
    if (known) this.show(known);
    else this.become(actions, last.at, false);
    this.undone.push(from.id);
  }

  redo(): void {
    const id = this.undone.pop();
    const branch = this.branches.find((each) => each.id === id);
    if (!branch) return;
    this.position = branch.actions.at(-1)?.at ?? this.position;
    this.show(branch);
  }

  /** Stands on another branch, at the same moment. */
  show(branch: Branch): void {
    this.branch = branch;
    this.wanted = Math.max(this.position + lookAhead, branch.horizon);
    this.request();
    this.stand();
  }

  select(thing: Thing | null): void {
    this.selected = thing;
    this.version++;
  }

  // --- our own mistakes ---------------------------------------------------------------------

  /** The engine died: a new one replays the action log of this branch to the same moment. */
  private recover(message: string): void {
    this.faults++;
    const reason = message.split('\n')[0]!;
    if (this.faults > 3) {
      this.pause();
      this.complain([
        {
          where: 'engine',
          what: `The engine fails again and again: ${reason}`,
          hint: 'What is computed can still be played. Reload the page to start anew.',
        },
      ]);
      return;
    }
    this.restarted = true;
    this.complain([
      {
        where: 'engine',
        what: `The engine stopped: ${reason}`,
        hint: 'It was started anew and replayed your actions to this moment.',
      },
    ]);
    this.computing.restart();
    const first = this.branches[0]!;
    this.wanted = this.position + lookAhead;
    this.computing.open(this.plan, first, this.wanted);
    if (this.branch !== first) this.request();
  }

  /** Asks the engine to go on with the branch shown. */
  private request(): void {
    this.computing.extend(this.branch, this.branches[0]!, this.wanted);
  }

  /** Hash of the world at the playhead, for proofs. */
  hash(): number {
    return this.standing.hash();
  }

  dispose(): void {
    this.pause();
    this.computing.dispose();
  }
}
