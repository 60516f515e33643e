import { transferTime } from '../../model/facts/hosts.ts';
import type { Sim } from '../sim.ts';

/** Host to switch and switch to server, µs. */
export const wire = (sim: Sim): number => 2 * sim.plan.settings.wireHop;

/** How long a port and the disks behind it need for a request that is taken in now, µs. */
export function servingTime(sim: Sim, request: number, port: number): number {
  const w = sim.world;
  const { wireHop, diskService } = sim.plan.settings;
  const waiting = Math.max(w.port.busyUntil[port]!, sim.now) - sim.now;
  const moving = waiting + transferTime(w, port, w.request.size[request]!);
  return moving + (w.request.write[request] ? 0 : 2 * wireHop + diskService);
}

/** Whether an appointment made for a request’s leg still means this leg. */
export const stands = (sim: Sim, request: number, is: number, tries: number): boolean =>
  sim.world.request.leg[request] === is &&
  sim.world.request.tries[request] === tries &&
  sim.world.request.legDue[request] === sim.now;

/** A request leaves its host on its path. */
export function send(sim: Sim, request: number): void {
  const travels = wire(sim);
  sim.cause = sim.tell('io.sent', request, travels);
  sim.later(travels, 'request arrives', request, sim.world.request.tries[request]!);
}
