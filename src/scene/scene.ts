import type { Micros } from '../model/time.ts';
import type { World } from '../model/world.ts';
import { breakableAt } from './sceneBreakable.ts';
import type { Scene, Still } from './marks.ts';
import type { Places } from './places.ts';
import { shelvesAt, sweepsAt } from './sceneDisks.ts';
import { anew } from './memo.ts';
import type { Tell } from './memo.ts';
import { arcsAt, flightsAt, trailsAt } from './sceneFlights.ts';
import { slotsAt } from './sceneSlots.ts';
import { portsAt, serversAt, stillServersAt } from './sceneServers.ts';
import { hostPortsAt, hostsAt, stillHostPortsAt } from './sceneHosts.ts';
import { fabricsAt, framesAt, interconnectsAt } from './sceneNetwork.ts';
import { requestsAt } from './sceneRequests.ts';
import { busesAt, cablesAt, linesAt } from './sceneWires.ts';

/** Whether names fly, or a still arc shows their way. */
export type Motion = 'moving' | 'still';

/**
 * What neither time alone nor a routine fact changes: most of the picture. Nothing in here may
 * depend on requests, messages, heartbeats or stamps; `tests/scene/still.test.ts` holds it to that.
 * @param tell tells each part, or remembers it
 */
export function stillAt(w: World, places: Places, tell: Tell = anew): Still {
  const bodies = {
    cables: tell('cables', () => cablesAt(w, places), places),
    servers: tell('servers', () => stillServersAt(w, places), places),
    ports: tell('ports', () => portsAt(w, places), places),
    fabrics: tell('fabrics', () => fabricsAt(w, places), places),
    hostPorts: tell('still host ports', () => stillHostPortsAt(w, places), places),
  };
  return {
    ...bodies,
    hosts: tell('hosts', () => hostsAt(w, places), places),
    lines: tell('lines', () => linesAt(w, places), places),
    buses: tell('buses', () => busesAt(w, places), places),
    slots: tell('slots', () => slotsAt(w, places), places),
    shelves: tell('shelves', () => shelvesAt(w, places), places),
    breakable: tell(
      'breakable',
      () => breakableAt(w, places, bodies),
      places,
      ...Object.values(bodies),
    ),
  };
}

/**
 * Everything to draw at `at`. A pure function: the same world and instant give the same picture.
 * @param still what `stillAt` says of the same world, for those who have it already
 * @param tell tells each part, or remembers it
 */
export function sceneAt(
  w: World,
  at: Micros,
  places: Places,
  motion: Motion = 'moving',
  still: Still = stillAt(w, places),
  tell: Tell = anew,
): Scene {
  return {
    ...still,
    hostPorts: tell(
      'host ports',
      () => hostPortsAt(w, places, still.hostPorts),
      places,
      still.hostPorts,
    ),
    servers: serversAt(w, at, still.servers),
    flights: motion === 'still' ? [] : flightsAt(w, at, places),
    trails: motion === 'still' ? [] : trailsAt(w, at, places),
    arcs: motion === 'still' ? arcsAt(w, at, places) : [],
    shelves: sweepsAt(w, at, still.shelves),
    interconnects: interconnectsAt(w, at, places),
    requests: requestsAt(w, at, places),
    frames: framesAt(w, at, places),
  };
}
