import { alternatives } from '../content/alternatives.ts';
import type { Story } from '../content/alternatives.ts';
import { commonFacts } from '../model/divergence.ts';
import type { Plan, Settings } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import { afterPictures } from './afterPictures.ts';
import { sameActions } from './branch.ts';
import type { Branch } from './branch.ts';
import { settings } from '../content/settings.ts';
import { settingText } from '../content/settingText.ts';
import { branchTitle } from './branchTitle.ts';
import { settingsBefore } from './runAgain.ts';
import { Session } from './Session.svelte.ts';
import { storyOf, tell } from './story.ts';

/** Something that the run in view can be compared with. */
export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly story: Story;
}

/** What the view is asked to open with, by its id. */
const wanted = new WeakMap<Session, string>();

/** Opens the view, with another branch beside the one in view. */
export function compareWith(session: Session, branch: Branch): void {
  wanted.set(session, idOfBranch(branch));
  session.view = 'compare';
}

/** Opens the view, with the settings beside it that the run had before it was run again. */
export function compareWithBefore(session: Session): void {
  wanted.set(session, beforeId);
  session.view = 'compare';
}

const beforeId = 'settings-before';
/** So many settings are named; of more than that their count. */
const mostNamed = 2;

/** `heartbeatInterval 1 s` */
function namedSettings(before: Settings, now: Settings): string {
  const keys = (Object.keys(settings) as (keyof typeof settings)[]).filter(
    (key) => before[key] !== now[key],
  );
  if (keys.length > mostNamed) return `${keys.length} settings were others.`;
  return `${keys.map((key) => `${key} ${settingText(settings[key], before[key])}`).join(', ')}.`;
}

const idOfBranch = ({ id }: Branch): string => `branch-${id}`;

/** The run in view beside another one, in lock-step on one time axis. */
export class Comparing {
  /** The other run: a session of its own, which stands wherever the first one stands. */
  readonly other = new Session(true);
  chosen: Choice | null = $state.raw(null);
  private readonly session: Session;
  /** The plan of the run in view when the other one was told. */
  private toldOf: Plan | null = null;
  private common = 0;
  /** The traces that it was counted in, and how often they were rewritten. */
  private seen: readonly unknown[] = [];

  constructor(session: Session) {
    this.session = session;
  }

  private branches(): readonly Choice[] {
    const story = storyOf(this.session);
    return this.session.branches.list
      .filter((branch) => branch !== this.session.branch)
      .map((branch) => ({
        id: idOfBranch(branch),
        title: branchTitle(branch),
        about: 'Another branch of this run.',
        story: { ...story, actions: branch.actions },
      }));
  }

  private alternatives(): readonly Choice[] {
    const story = storyOf(this.session);
    return alternatives.flatMap(({ of, ...each }) => {
      const told = of(story);
      return told ? [{ ...each, story: told }] : [];
    });
  }

  /** The same story under the settings that it was told under before. */
  private before(): readonly Choice[] {
    const before = settingsBefore(this.session);
    if (!before) return [];
    const { scenario, actions } = storyOf(this.session);
    return [
      {
        id: beforeId,
        title: 'The settings before',
        about: namedSettings(before, this.session.plan.settings),
        story: { scenario: { ...scenario, settings: before }, actions },
      },
    ];
  }

  /** Everything that the run in view can be compared with now. */
  choices(): readonly Choice[] {
    return [...this.before(), ...this.branches(), ...this.alternatives()];
  }

  /**
   * Tells the other run anew where what is chosen has become another story: whatever is done in the
   * run in view is done in both.
   */
  keepUp(choices: readonly Choice[]): void {
    const { chosen } = this;
    const asked = wanted.get(this.session);
    wanted.delete(this.session);
    const found =
      choices.find(({ id }) => id === (asked ?? chosen?.id)) ??
      this.alternatives()[0] ??
      choices[0];
    if (!found) return;
    const told =
      chosen?.id === found.id &&
      sameActions(chosen.story.actions, found.story.actions) &&
      this.toldOf === this.session.plan;
    if (!told) this.choose(found);
  }

  choose(choice: Choice): void {
    this.chosen = choice;
    this.toldOf = this.session.plan;
    this.common = 0;
    tell(this.other, choice.story, this.session.playhead);
  }

  /** The other run goes to where the first one stands. */
  follow(): void {
    if (this.chosen) this.other.time.follow(this.session.playhead, this.session.time.playing);
  }

  /** The instant of the first fact that only one of the two runs tells; null as long as none does. */
  divergesAt(): Micros | null {
    const [a, b] = [this.session.branch.trace, this.other.branch.trace];
    const seen = [a, b, a.rewritten, b.rewritten];
    if (seen.some((each, i) => this.seen[i] !== each)) this.common = 0;
    this.seen = seen;
    this.common = commonFacts(a, b, Math.min(this.common, a.count, b.count));
    if (this.common >= Math.min(a.count, b.count)) return null;
    return Math.min(a.instant(this.common), b.instant(this.common));
  }

  /** Its engine is taken down behind the picture of the view that takes its place. */
  dispose(): void {
    this.other.time.pause();
    afterPictures(() => this.other.dispose());
  }
}
