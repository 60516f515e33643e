import type { Story } from '../content/alternatives.ts';
import { fromGallery } from '../content/gallery.ts';
import { planOf } from '../content/plan.ts';
import type { Session } from './Session.svelte.ts';

/** The story of the branch in view, with the settings that it runs under. */
export function storyOf(session: Session): Story {
  const { plan, branch } = session;
  const scenario = session.scenario ?? fromGallery(plan.id);
  if (!scenario) throw new Error(`Nothing is known of the scenario ${plan.id}`);
  return { scenario: { ...scenario, settings: plan.settings }, actions: branch.actions };
}

/** Tells a story in a session of its own, up to a moment. */
export function tell(session: Session, { scenario, actions }: Story, at: number): void {
  session.start({ plan: planOf(scenario), script: [], scenario }, actions, at);
}
