import { stateOf } from '../../charts/index.ts';
import { roles } from '../../model/wordLists.ts';
import type { World } from '../../model/world.ts';
import { identityOf, serverOfName } from '../../scene/look.ts';
import { called } from '../../scene/words.ts';
import { dash, fullName } from '../cells.ts';
import { ofTables } from '../page.ts';
import type { InspectionTable, Row } from '../page.ts';
import { serverOf } from '../whose.ts';

/** A row of the virtual port database, and what its names are drawn with. */
export interface SlotRow extends Row {
  /** The names stand in it, and are not only written or away. */
  readonly written: boolean;
  readonly writing: boolean;
  /** The tincture of the name it carries or stands by for; -1 for none. */
  readonly identity: number;
}

function roleAndState(w: World, slot: number, state: string, away: boolean): string {
  const role = roles[w.vport.role[slot]!]!;
  if (role === 'SPARE') return 'no virtual port';
  if (!w.vport.home[slot]) return 'no sibling here';
  if (away) return 'vacated';
  if (state === 'active') {
    const kind = { PRIMARY: 'primary', PHYSICAL: 'physical' }[role as string] ?? 'second.';
    return `${kind}, online`;
  }
  if (state === 'standby') return `for ${called.name(w, slot)}, standby`;
  return (
    { loggingIn: 'logging in', linkDown: 'no light', loggingOut: 'logging out' }[state] ?? state
  );
}

function slotRow(w: World, slot: number): SlotRow {
  const state = stateOf('virtualPort', w.vport.state[slot]!);
  const away = w.vport.slot[slot] === 1 && state === 'standby';
  const written = w.vport.portName[slot] !== 0 && !away;
  const writing = state === 'writing';
  const name = (index: number): string =>
    written ? fullName(w, index) : writing ? 'writing…' : dash;
  return {
    key: `vport.${slot}`,
    thing: { table: 'vport', row: slot },
    cells: [
      called.slot(w, slot).split(' ')[1]!,
      name(w.vport.nodeName[slot]!),
      name(w.vport.portName[slot]!),
      roleAndState(w, slot, state, away),
    ],
    written,
    writing,
    identity: w.vport.home[slot] ? identityOf(serverOfName(w, slot)) : -1,
  };
}

/** The virtual port database of a server: a row per slot of its ports, but for the base. */
export function slotRows(w: World, server: number): readonly SlotRow[] {
  const found = [];
  for (let slot = 1; slot < w.vport.rows; slot++)
    if (w.port.server[w.vport.port[slot]!] === server && w.vport.slot[slot] !== 0)
      found.push(slotRow(w, slot));
  return found;
}

export const slots: InspectionTable = {
  id: 'slots',
  title: 'Virtual port database',
  isFor: ofTables('server', 'port', 'vport', 'disk'),
  columns: ['Slot', 'Node name', 'Port name', 'Role, state'],
  rows: (w, thing) => slotRows(w, serverOf(w, thing)),
  none: 'Nobody owns it, so there is none.',
};
