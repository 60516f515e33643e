import { roles } from '../model/schema.ts';
import type { Micros } from '../model/time.ts';
import type { World } from '../model/world.ts';
import {
  carrierOf,
  identityOf,
  lifeIs,
  nameText,
  rowsWhere,
  serverLook,
  serverOfName,
  share,
  shortName,
  slotIs,
  writtenInto,
} from './look.ts';
import type { FlightMark, SlotMark } from './marks.ts';
import type { Box, Point } from './geometry.ts';
import type { Places } from './places.ts';
import { arcPoint, easeInOut } from './routes.ts';
import { called } from './words.ts';

const primaryRole = roles.indexOf('PRIMARY');

/** Every slot that is drawn: the base row is the port itself and has none. */
export function slotsAt(w: World, places: Places): SlotMark[] {
  return rowsWhere(w.vport.rows, (slot) => w.vport.slot[slot]! > 0).map((slot) =>
    slotMark(w, slot, places),
  );
}

function slotMark(w: World, slot: number, places: Places): SlotMark {
  const state = w.vport.state[slot]!;
  const primary = w.vport.role[slot] === primaryRole;
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
  if (w.vport.home[slot] === 0) return mark('none', 'no sibling in this fabric');
  if (dead) return mark('free', '');
  if (slotIs.writing(state)) return mark('standby', 'writing names');
  if (slotIs.activating(state)) return mark('standby', 'activating');
  return mark('standby', 'standing by');
}

const centre = (box: Box): Point => ({ x: box.x + box.w / 2, y: box.y + box.h / 2 });

/** Names in flight: both names of an identity, in no slot, one shallow arc through open air. */
export function flightsAt(w: World, at: Micros, places: Places): FlightMark[] {
  const flights: FlightMark[] = [];
  for (let slot = 1; slot < w.vport.rows; slot++) {
    const home = w.vport.home[slot]!;
    const state = w.vport.state[slot]!;
    if (home !== slot && home !== 0 && slotIs.writing(state)) {
      // The second port’s name follows the first a little later.
      const port = w.port.number[w.vport.port[slot]!]! - 1;
      const length = w.vport.due[slot]! - w.vport.since[slot]!;
      const from = w.vport.since[slot]! + Math.min(0.3, 0.12 * port) * length;
      flights.push(flight(w, home, slot, share(at, from, from + 0.7 * length), places));
    }
    if (
      home === slot &&
      w.vport.slot[slot] === 1 &&
      slotIs.loggingIn(state) &&
      returning(w, slot)
    ) {
      const from = lastCarrier(w, slot);
      if (from)
        flights.push(
          flight(
            w,
            from,
            slot,
            share(at, w.vport.since[slot]!, w.vport.since[slot]! + w.plan.settings.login),
            places,
          ),
        );
    }
  }
  return flights;
}

/** A primary that logs in after its name was away, not for the first time. */
const returning = (w: World, primary: number): boolean => {
  const server = w.port.server[w.vport.port[primary]!]!;
  return lifeIs.recovering(w.server.life[server]!) || w.vport.generation[primary]! > 1;
};

/** The slot that carried the name last: the one that stood by for it and was enabled most recently. */
function lastCarrier(w: World, primary: number): number {
  let found = 0;
  for (let slot = 1; slot < w.vport.rows; slot++) {
    if (slot === primary || w.vport.home[slot] !== primary || w.vport.generation[slot] === 0)
      continue;
    if (found === 0 || w.vport.since[slot]! > w.vport.since[found]!) found = slot;
  }
  return found;
}

function flight(w: World, from: number, to: number, progress: number, places: Places): FlightMark {
  const [a, b] = [centre(places.slot[from]!), centre(places.slot[to]!)];
  const lift = places.density === 'full' ? 110 : 70;
  const eased = easeInOut(progress);
  const tip = arcPoint(a, b, lift, eased);
  const strand = (offset: number): string => {
    const tail = arcPoint(a, b, lift, Math.max(0, eased - 0.45));
    const bend = arcPoint(a, b, lift, Math.max(0, eased - 0.2));
    return `M${tail.x.toFixed(1)} ${(tail.y + offset).toFixed(1)}Q${bend.x.toFixed(1)} ${(bend.y + offset).toFixed(1)} ${tip.x.toFixed(1)} ${(tip.y + offset / 2).toFixed(1)}`;
  };
  const home = w.vport.home[to]!;
  const box = places.slot[to]!;
  return {
    id: `flight-${to}`,
    at: tip,
    box,
    identity: identityOf(serverOfName(w, home)),
    name: nameText(w, home),
    text: shortName(w.plan.names[w.vport.portName[home]!] ?? '', places.density !== 'full'),
    trail: eased > 0.02 ? [-6, -2, 2, 6].map(strand) : [],
    progress,
  };
}
