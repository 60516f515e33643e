import type { Story } from '../content/alternatives.ts';
import { layOut, originOf } from './reading.ts';
import type { Session } from './Session.svelte.ts';

/** The story of the branch in view, with the settings that it runs under. */
export const storyOf = ({ plan, branch }: Session): Story => ({
  scenario: { ...originOf(plan), settings: plan.settings },
  actions: branch.actions,
});

/** Tells a story in a session of its own, up to a moment. */
export const tell = (session: Session, { scenario, actions }: Story, at: number): void =>
  session.start({ plan: layOut(scenario), script: [] }, actions, at);
