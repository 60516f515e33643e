import { roles } from '../model/wordLists.ts';
import type { World } from '../model/world.ts';

const primary = roles.indexOf('PRIMARY');

/** The primaries: each is the home of one name. */
export function primaries(w: World): readonly number[] {
  const found: number[] = [];
  for (let slot = 1; slot < w.vport.rows; slot++)
    if (w.vport.role[slot] === primary) found.push(slot);
  return found;
}

/** The virtual port that is logged in under the name of a primary, in its fabric; 0 for none. */
export function placeOf(w: World, home: number): number {
  const fabric = w.port.fabric[w.vport.port[home]!];
  for (let login = 1; login < w.login.rows; login++) {
    if (w.login.fabric[login] === fabric && w.login.portName[login] === w.vport.portName[home])
      return w.login.vport[login]!;
  }
  return 0;
}
