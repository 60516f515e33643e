import { perSession } from './perSession.ts';

/** How near the fleet of a session is looked at, and which lens a person has folded. */
class Sight {
  /** 1 where all of it is seen. */
  zoom = $state.raw(1);
  /** The server whose lens is folded, until another is looked at; 0 for none. */
  folded = $state.raw(0);
}

/** It is remembered for as long as the session is open, whatever takes its place meanwhile. */
export const fleetSightOf = perSession(() => new Sight());
