import type { World } from '../model/world.ts';
import type { Command } from './command.ts';
import { reachesNothing } from './command.ts';

/** The first row of a port that stands by, or the first that carries the port’s own name. */
function rowOf(w: World, port: number, standsBy: boolean): number {
  for (let slot = 1; slot < w.vport.rows; slot++) {
    if (w.vport.port[slot] !== port || w.vport.slot[slot] === 0) continue;
    if (standsBy ? w.vport.portName[slot] === 0 : w.vport.home[slot] === slot) return slot;
  }
  return 0;
}

export const portDuplicateName: Command = {
  id: 'port.duplicate-name',
  label: 'Write its name into a second slot',
  table: 'port',
  key: 'D',
  glyph: 'stop',
  appliesTo: (w, row) => {
    const primary = rowOf(w, row, false);
    if (!w.vport.enabled[primary]) return 'Its own name is not enabled here.';
    return rowOf(w, row, true) !== 0 || 'No slot of it stands by.';
  },
  reach: () => reachesNothing,
  // The driver compares a name with every row that is enabled before it writes (VPCERR_BAD_WWN).
  outcome: (w, row) => ({
    facts: [['vport.duplicate-refused', rowOf(w, row, true), rowOf(w, row, false)]],
  }),
};
