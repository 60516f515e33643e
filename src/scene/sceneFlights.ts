import { seconds } from '../model/time.ts';
import type { Micros } from '../model/time.ts';
import { roles } from '../model/wordLists.ts';
import type { World } from '../model/world.ts';
import type { Box, Point } from './geometry.ts';
import {
  identityOf,
  lifeIs,
  nameText,
  rowsWhere,
  serverOfName,
  share,
  shortName,
  slotIs,
} from './look.ts';
import type { ArcMark, FlightMark, TrailMark } from './marks.ts';
import type { Places } from './places.ts';
import { arcPoint, easeInOut } from './routes.ts';

/** How long the strands of a port’s move stay behind it. */
const afterimage: Micros = seconds(4);
/** How long the arc stays where nothing may move: time to read it. */
const reading: Micros = seconds(2);
const siblingRole = roles.indexOf('SIBLING_SECONDARY');

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

/** Strands behind a name that moved to a sibling port: the way it took can still be seen. */
export function trailsAt(w: World, at: Micros, places: Places): TrailMark[] {
  return moved(w, at, afterimage)
    .filter(({ to }) => w.vport.role[to] === siblingRole)
    .map(({ from, to, home, rest }) => ({
      id: `trail-${to}`,
      identity: identityOf(serverOfName(w, home)),
      strands: strandsOf(
        centre(places.slot[from]!),
        centre(places.slot[to]!),
        lifts[places.density],
        0,
        1,
      ),
      faint: 1 - rest / afterimage,
    }));
}

/** For whom nothing may move: a still arc from where a name was to where it is. */
export function arcsAt(w: World, at: Micros, places: Places): ArcMark[] {
  return moved(w, at, reading).map(({ from, to, home }) => {
    const lift = lifts[places.density];
    const a = centre(places.slot[from]!);
    const b = { x: places.slot[to]!.x, y: centre(places.slot[to]!).y };
    const point = (u: number): string => {
      const { x, y } = arcPoint(a, b, lift, u);
      return `${x.toFixed(1)} ${y.toFixed(1)}`;
    };
    return {
      id: `arc-${to}`,
      identity: identityOf(serverOfName(w, home)),
      d: `M${[0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1].map(point).join('L')}`,
      tip: { x: places.slot[to]!.x + 2, y: b.y },
    };
  });
}

/** Names on their way, and those that arrived less than `rest` ago: from slot, to slot. */
function moved(
  w: World,
  at: Micros,
  rest: Micros,
): { from: number; to: number; home: number; rest: Micros }[] {
  return rowsWhere(w.vport.rows, (slot) => w.vport.slot[slot]! > 0).flatMap((to) => {
    const home = w.vport.home[to]!;
    const state = w.vport.state[to]!;
    const since = at - w.vport.since[to]!;
    const under = slotIs.writing(state) || slotIs.loggingIn(state);
    const arrived = slotIs.online(state) && since < rest;
    if (home === 0 || (!under && !arrived)) return [];
    if (home !== to) return [{ from: home, to, home, rest: under ? 0 : since }];
    const from = w.vport.slot[to] === 1 && returning(w, to) ? lastCarrier(w, to) : 0;
    return from === 0 ? [] : [{ from, to, home, rest: under ? 0 : since }];
  });
}

function flight(w: World, from: number, to: number, progress: number, places: Places): FlightMark {
  const [a, b] = [centre(places.slot[from]!), centre(places.slot[to]!)];
  const lift = lifts[places.density];
  const eased = easeInOut(progress);
  const tip = arcPoint(a, b, lift, eased);
  const home = w.vport.home[to]!;
  const box = places.slot[to]!;
  return {
    id: `flight-${to}`,
    at: tip,
    box,
    identity: identityOf(serverOfName(w, home)),
    name: nameText(w, home),
    text: shortName(w.plan.names[w.vport.portName[home]!] ?? '', places.density !== 'full'),
    trail: eased > 0.02 ? strandsOf(a, b, lift, Math.max(0, eased - 0.45), eased) : [],
    progress,
  };
}

/** How far a flight rises above the straight line, px. */
const lifts: Readonly<Record<Places['density'], number>> = { full: 110, embed: 70, badge: 70 };

/** Ribbon strands along the arc, between two shares of it; they meet at its end. */
function strandsOf(a: Point, b: Point, lift: number, from: number, to: number): string[] {
  const tail = arcPoint(a, b, lift, from);
  const bend = arcPoint(a, b, lift, (from + to) / 2);
  const tip = arcPoint(a, b, lift, to);
  // The control point that leads a curve from tail to tip through the bend.
  const control = { x: 2 * bend.x - (tail.x + tip.x) / 2, y: 2 * bend.y - (tail.y + tip.y) / 2 };
  const n = (value: number): string => value.toFixed(1);
  return [-6, -2, 2, 6].map(
    (offset) =>
      `M${n(tail.x)} ${n(tail.y + offset)}Q${n(control.x)} ${n(control.y + offset)} ${n(tip.x)} ${n(tip.y + offset / 2)}`,
  );
}
