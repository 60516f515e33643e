import type { Micros } from '../model/time.ts';
import type { World } from '../model/world.ts';
import { breakableAt } from './sceneBreakable.ts';
import type { Scene } from './marks.ts';
import type { Places } from './places.ts';
import { shelvesAt } from './sceneDisks.ts';
import { flightsAt, slotsAt } from './sceneSlots.ts';
import { portsAt, serversAt } from './sceneServers.ts';
import { fabricsAt, framesAt, hostPortsAt, hostsAt, interconnectsAt } from './sceneNetwork.ts';
import { requestsAt } from './sceneRequests.ts';
import { busesAt, cablesAt, linesAt } from './sceneWires.ts';

/** Everything to draw at `at`. A pure function: the same world and instant give the same picture. */
export function sceneAt(w: World, at: Micros, places: Places): Scene {
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
    flights: flightsAt(w, at, places),
    shelves: shelvesAt(w, at, places),
    interconnects,
    breakable: breakableAt(places, { cables, ports, interconnects, servers }),
    requests: requestsAt(w, at, places),
    frames: framesAt(w, at, places),
  };
}
