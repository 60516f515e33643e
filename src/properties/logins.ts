import type { Property, Witness } from './property.ts';
import type { World } from '../model/world.ts';

/** A check of each new login, whether a server’s port or a host’s asked for it. */
export const atEachLogin = (
  check: (w: World, login: number) => Witness,
): NonNullable<Property['on']> => ({
  'fabric.login-accepted': (w, _slot, login) => check(w, login),
  'fabric.host-login-accepted': (w, _port, login) => check(w, login),
});
