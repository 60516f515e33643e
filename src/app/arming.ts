import type { Action } from '../model/action.ts';
import type { Session } from './Session.svelte.ts';

/** From the playhead on, a command waits for a fact. What is done later stays: it is about that. */
export function arm(session: Session, action: Omit<Action, 'at'>): void {
  const at = Math.round(session.playhead);
  session.retell([...session.branch.actions, { ...action, at }], at);
}

/** Tells the story without an action that waits for a fact. */
export function disarm(session: Session, action: Action): void {
  session.retell(
    session.branch.actions.filter((each) => each !== action),
    action.at,
  );
}
