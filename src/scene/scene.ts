import type { Micros } from '../model/time.ts';
import type { World } from '../model/world.ts';
import { breakableAt } from './sceneBreakable.ts';
import type { Scene, Still } from './marks.ts';
import type { Places } from './places.ts';
import { shelvesAt, sweepsAt } from './sceneDisks.ts';
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
 */
export function stillAt(w: World, places: Places): Still {
  const cables = cablesAt(w, places);
  const servers = stillServersAt(w, places);
  const ports = portsAt(w, places);
  const fabrics = fabricsAt(w, places);
  const hostPorts = stillHostPortsAt(w, places);
  const shelves = shelvesAt(w, places);
  return {
    hosts: hostsAt(w, places),
    hostPorts,
    fabrics,
    cables,
    lines: linesAt(w, places),
    buses: busesAt(w, places),
    servers,
    ports,
    slots: slotsAt(w, places),
    shelves,
    breakable: breakableAt(w, places, { cables, ports, servers, fabrics, hostPorts, shelves }),
  };
}

/**
 * Everything to draw at `at`. A pure function: the same world and instant give the same picture.
 * @param still what `stillAt` says of the same world, for those who have it already
 */
export function sceneAt(
  w: World,
  at: Micros,
  places: Places,
  motion: Motion = 'moving',
  still: Still = stillAt(w, places),
): Scene {
  return {
    ...still,
    hostPorts: hostPortsAt(w, places, still.hostPorts),
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
