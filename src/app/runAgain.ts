import type { Plan, Settings } from '../model/plan.ts';
import { perSession } from './perSession.ts';
import type { Session } from './Session.svelte.ts';

/** The plan that a session was run again on, and the settings that it ran under before. */
const again = perSession(() => ({ plan: null as Plan | null, before: null as Settings | null }));

/** The same actions on a plan that differs, from the start to the moment in view. */
export function runAgain(session: Session, plan: Plan): void {
  const { selected, stops } = session;
  const memory = again(session);
  memory.before = session.plan.settings;
  memory.plan = plan;
  session.start({ plan, script: [], stops }, session.branch.actions, session.playhead);
  session.select(selected);
}

/** The same scenario and actions under other settings. */
export function changeSettings(session: Session, settings: Partial<Settings>): void {
  const { plan } = session;
  runAgain(session, { ...plan, settings: { ...plan.settings, ...settings } });
}

/** What a session ran under before it was run again; null if it was not. */
export function settingsBefore(session: Session): Settings | null {
  const { plan, before } = again(session);
  return plan === session.plan ? before : null;
}
