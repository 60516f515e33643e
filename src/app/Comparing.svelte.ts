import { alternatives } from '../content/alternatives.ts';
import type { Story } from '../content/alternatives.ts';
import { commonFacts } from '../model/divergence.ts';
import type { Micros } from '../model/time.ts';
import type { Branch } from './branch.ts';
import { Session } from './Session.svelte.ts';
import { storyOf, tell } from './story.ts';

/** Something that the run in view can be compared with. */
export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly story: Story;
}

/** What a branch is called: by what was done last in it. */
export function branchTitle({ id, name, actions }: Branch): string {
  const last = actions.at(-1);
  const does = last ? `${last.command} ${last.thing}, ${last.at / 1e6} s` : 'nothing done';
  return name ?? `Branch ${id + 1}: ${does}`;
}

/** The run in view beside another one, in lock-step on one time axis. */
export class Comparing {
  /** The other run: a session of its own, which stands wherever the first one stands. */
  readonly other = new Session();
  chosen: Choice | null = $state.raw(null);
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
