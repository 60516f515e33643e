import type { Micros } from '../model/time.ts';
import type { World } from '../model/world.ts';
import { breakableAt } from './sceneBreakable.ts';
import type { Scene } from './marks.ts';
import type { Places } from './places.ts';
import { shelvesAt } from './sceneDisks.ts';
import { arcsAt, flightsAt, trailsAt } from './sceneFlights.ts';
import { slotsAt } from './sceneSlots.ts';
import { portsAt, serversAt } from './sceneServers.ts';
import { fabricsAt, framesAt, hostPortsAt, hostsAt, interconnectsAt } from './sceneNetwork.ts';
import { requestsAt } from './sceneRequests.ts';
import { busesAt, cablesAt, linesAt } from './sceneWires.ts';

/** Whether names fly, or a still arc shows their way. */
export type Motion = 'moving' | 'still';

/** Everything to draw at `at`. A pure function: the same world and instant give the same picture. */
export function sceneAt(w: World, at: Micros, places: Places, motion: Motion = 'moving'): Scene {
  const cables = cablesAt(w, places);
  const servers = serversAt(w, at, places);
  const ports = portsAt(w, places);
  const interconnects = interconnectsAt(w, at, places);
  return {
    hosts: hostsAt(w, places),
    hostPorts: hostPortsAt(w, places),
    fabrics: fabricsAt(w, places),
    cables,
    lines: linesAt(w, places),
    buses: busesAt(w, places),
    servers,
    ports,
    slots: slotsAt(w, places),
    flights: motion === 'still' ? [] : flightsAt(w, at, places),
    trails: motion === 'still' ? [] : trailsAt(w, at, places),
    arcs: motion === 'still' ? arcsAt(w, at, places) : [],
    shelves: shelvesAt(w, at, places),
    interconnects,
    breakable: breakableAt(places, { cables, ports, interconnects, servers }),
    requests: requestsAt(w, at, places),
    frames: framesAt(w, at, places),
  };
}
