import { idOf } from '../model/plan.ts';
import type { Plan, Thing } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import { longestRun, seconds } from '../model/time.ts';
import type { World } from '../model/world.ts';
import { commandNamed } from '../commands/index.ts';
import { planOf } from '../content/plan.ts';
import type { Parsed, Problem, Scenario } from '../content/scenario.ts';
import type { Action, News } from '../kernel/run.ts';
import { Engine } from '../worker/engine.ts';
import { Playback } from './Playback.svelte.ts';
import { emptyBranch, fold, refold, sameAction, sameActions } from './branch.ts';
import type { Branch } from './branch.ts';
import { fileScenario, galleryScenario } from './opening.ts';
import { Standing } from './Standing.ts';

const lookAhead = seconds(30);

/** One open sandbox: what has been computed, and where the viewer stands in it. */
export class Session {
  /** Bumped whenever anything that is drawn may differ: tables are changed in place. */
  version = $state(0);
  plan: Plan = $state.raw()!;
  scenario: Scenario = $state.raw()!;
  branch: Branch = $state.raw()!;
  selected: Thing | null = $state.raw(null);
  problems: readonly Problem[] = $state.raw([]);
  /** The engine’s thread died and was started anew. */
  restarted = $state(false);
  branches: Branch[] = [];
  private standing!: Standing;
  private position: Micros = 0;
  private run = 0;
  private wanted: Micros = 0;
  private nextBranch = 1;
  private undone: number[] = [];
  /** Branches that the engine knows. */
  private known: readonly number[] = [0];
  private readonly playback = new Playback((shown) => this.advance(shown));
  private readonly engine: Engine;
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

  constructor() {
    this.engine = new Engine({
      news: (reply) => {
        if (reply.run === this.run) this.take(reply.news);
      },
      fault: (message) => this.recover(message),
    });
  }

  /** Opens a scenario of the gallery, or says that there is none of this id. */
  open(id: string, actions: readonly Action[] = [], at: Micros = 0): boolean {
    return this.openParsed(galleryScenario(id), actions, at);
  }

  /** Opens a scenario file; a broken one leaves everything as it is. */
  async openFile(file: File): Promise<void> {
    this.openParsed(await fileScenario(file), [], 0);
  }

  private openParsed(parsed: Parsed, actions: readonly Action[], at: Micros): boolean {
    if (parsed.ok) this.start(parsed.scenario, actions, at);
    else this.complain(parsed.problems);
    return parsed.ok;
  }

  private start(scenario: Scenario, actions: readonly Action[], at: Micros): void {
    this.pause();
    const script = [...scenario.script, ...actions].map(({ at: when, command, thing }) => ({
      at: when,
      command,
      thing,
    }));
    const plan = planOf(scenario);
    this.plan = plan;
    this.scenario = scenario;
    this.standing = new Standing(plan);
    this.branch = emptyBranch(0, null, script, plan);
    this.branches = [this.branch];
    this.nextBranch = 1;
    this.undone = [];
    this.known = [0];
    this.problems = [];
    this.selected = null;
    this.position = at;
    this.branch.seen = at;
    this.run++;
    this.wanted = Math.max(at, ...script.map((action) => action.at)) + lookAhead;
    this.engine.send({ kind: 'open', run: this.run, scenario, actions: script, to: this.wanted });
    this.version++;
  }

  complain(problems: readonly Problem[]): void {
    this.problems = problems;
  }

  private take(news: News): void {
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
    this.request(this.branch);
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
    const next = this.branch.events.find((seq) => this.branch.trace.instant(seq) > this.position);
    if (next !== undefined) this.goTo(this.branch.trace.instant(next));
  }

  stepBack(): void {
    this.pause();
    const { events, trace } = this.branch;
    for (let i = events.length - 1; i >= 0; i--) {
      const at = trace.instant(events[i]!);
      if (at < this.position) {
        this.goTo(at);
        return;
      }
    }
    this.goTo(0);
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
    this.known = [...this.known, this.branch.id];
    this.engine.send({
      kind: 'branch',
      run: this.run,
      branch: this.branch.id,
      base: base.id,
      at,
      actions,
      to: this.wanted,
    });
    this.stand();
  }

  get canUndo(): boolean {
    void this.version;
    return this.branch.actions.length > this.scenario.script.length;
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
    this.request(branch);
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
    this.engine.restart();
    this.run++;
    this.known = [0];
    const first = this.branches[0]!;
    this.wanted = this.position + lookAhead;
    this.engine.send({
      kind: 'open',
      run: this.run,
      scenario: this.scenario,
      actions: first.actions,
      to: this.wanted,
    });
    if (this.branch !== first) this.request(this.branch);
  }

  /** Asks the engine to go on with a branch; one that it does not know is replayed from moment 0. */
  private request(branch: Branch): void {
    if (this.known.includes(branch.id)) {
      this.engine.send({ kind: 'extend', run: this.run, branch: branch.id, to: this.wanted });
      return;
    }
    this.known = [...this.known, branch.id];
    this.engine.send({
      kind: 'branch',
      run: this.run,
      branch: branch.id,
      base: 0,
      at: 0,
      actions: branch.actions,
      to: this.wanted,
    });
  }

  /** Hash of the world at the playhead, for proofs. */
  hash(): number {
    return this.standing.hash();
  }

  dispose(): void {
    this.pause();
    this.engine.dispose();
  }
}
