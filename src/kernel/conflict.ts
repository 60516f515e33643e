import { health } from './states.ts';
import type { Sim } from './sim.ts';

/** A disk of `home` that would refuse this server’s writes; 0 when none would. */
export const refusingDisk = (sim: Sim, server: number, home: number): number =>
  sim.wiring.disks[home]!.find((disk) => {
    const holder = sim.world.disk.reservation[disk]!;
    return holder !== 0 && holder !== server && health.working(sim.world.disk.health[disk]!);
  }) ?? 0;

/** Refuses a server’s write to disks that somebody else has reserved; the server then halts. */
export function haltedByConflict(sim: Sim, server: number, home: number): boolean {
  const refusing = refusingDisk(sim, server, home);
  if (refusing === 0) return false;
  sim.cause = sim.tell('reservation.conflict', refusing, server);
  if (!sim.plan.settings.haltOnConflict) return true;
  sim.cause = sim.tell('server.halted', server, refusing);
  sim.signal('server', server, 'conflict');
  return true;
}
