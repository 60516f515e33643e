import { roles } from '../model/wordLists.ts';
import type { World } from '../model/world.ts';
import {
  carrierOf,
  identityOf,
  nameText,
  rowsWhere,
  serverLook,
  serverOfName,
  shortName,
  slotIs,
  writtenInto,
} from './look.ts';
import type { SlotMark } from './marks.ts';
import type { Places } from './places.ts';
import { called } from './words.ts';

/** Roles of rows whose name is at home there. */
const homeRoles = new Set([roles.indexOf('PRIMARY'), roles.indexOf('PHYSICAL')]);
const spare = roles.indexOf('SPARE');

/** Every slot that is drawn: the base row is the port itself and has none. */
export function slotsAt(w: World, places: Places): SlotMark[] {
  return rowsWhere(w.vport.rows, (slot) => w.vport.slot[slot]! > 0).map((slot) =>
    slotMark(w, slot, places),
  );
}

function slotMark(w: World, slot: number, places: Places): SlotMark {
  const state = w.vport.state[slot]!;
  const primary = homeRoles.has(w.vport.role[slot]!);
  const server = w.port.server[w.vport.port[slot]!]!;
  const look = serverLook(w, server);
  const dead = look === 'down' || look === 'starting';
  const short = shortName(w.plan.names[w.vport.portName[slot]!] ?? '', places.density !== 'full');
  const base = {
    row: slot,
    box: places.slot[slot]!,
    identity: identityOf(serverOfName(w, slot)),
    name: nameText(w, slot),
    busy: slotIs.activating(state) || slotIs.writing(state) || slotIs.leaving(state),
  };
  const mark = (kind: SlotMark['look'], text: string): SlotMark => ({
    ...base,
    look: kind,
    text,
    spoken: `Slot ${called.slot(w, slot)}, ${kind === 'used' ? `carries ${base.name}` : text || 'empty'}`,
  });
  if (primary) {
    if (!slotIs.standby(state) && !writtenInto(w, slot)) return mark('used', short);
    const carrier = carrierOf(w, slot);
    if (carrier === 0 || carrier === slot)
      return mark('away', writtenInto(w, slot) ? 'was here' : 'nowhere');
    return mark('away', `now at ${called.slot(w, carrier)}`);
  }
  if (w.vport.portName[slot] !== 0) return mark('used', short);
  if (w.vport.role[slot] === spare) return mark('none', 'no virtual port');
  if (w.vport.home[slot] === 0) return mark('none', 'no sibling in this fabric');
  if (dead) return mark('free', '');
  if (slotIs.writing(state)) return mark('standby', 'writing names');
  if (slotIs.activating(state)) return mark('standby', 'activating');
  return mark('standby', 'standing by');
}
