import type { Session } from './Session.svelte.ts';

/** One of something for each session, made when it is first asked for. */
export function perSession<T>(make: (session: Session) => T): (session: Session) => T {
  const made = new WeakMap<Session, { readonly it: T }>();
  return (session) => {
    let found = made.get(session);
    if (!found) made.set(session, (found = { it: make(session) }));
    return found.it;
  };
}
