import { alternatives } from '../content/alternatives.ts';
import type { Story } from '../content/alternatives.ts';
import { commonFacts } from '../model/divergence.ts';
import type { Micros } from '../model/time.ts';
import { branchTitle } from './branchTitle.ts';
import { Session } from './Session.svelte.ts';
import { storyOf, tell } from './story.ts';

/** Something that the run in view can be compared with. */
export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly story: Story;
}

/** The run in view beside another one, in lock-step on one time axis. */
export class Comparing {
  /** The other run: a session of its own, which stands wherever the first one stands. */
  readonly other = new Session();
  chosen: Choice | null = $state.raw(null);
  /** What to compare with when the view opens next, by its id. */
  static wanted: string | null = null;
  private readonly session: Session;
  private common = 0;
  /** The traces that it was counted in, and how often they were rewritten. */
  private seen: readonly unknown[] = [];

  constructor(session: Session) {
    this.session = session;
  }

  /** Everything that the run in view can be compared with now. */
  choices(): readonly Choice[] {
    const story = storyOf(this.session);
    const others = this.session.branches.list
      .filter((branch) => branch !== this.session.branch)
      .map((branch) => ({
        id: `branch-${branch.id}`,
        title: branchTitle(branch),
        about: 'Another branch of this run.',
        story: { ...story, actions: branch.actions },
      }));
    const ways = alternatives.flatMap(({ of, ...each }) => {
      const told = of(story);
      return told ? [{ ...each, story: told }] : [];
    });
    return [...others, ...ways];
  }

  /** What the view opens with: what was asked for, else the first there is. */
  get opening(): Choice | undefined {
    const choices = this.choices();
    const wanted = choices.find(({ id }) => id === Comparing.wanted);
    Comparing.wanted = null;
    return wanted ?? choices.find(({ id }) => !id.startsWith('branch-')) ?? choices[0];
  }

  choose(choice: Choice): void {
    this.chosen = choice;
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

  dispose(): void {
    this.other.dispose();
  }
}
