import { portMonitor, life } from './states.ts';
import type { Sim } from './sim.ts';

/** Whether light passes a cable: both ends live and the fibre whole. */
function lit(sim: Sim, cable: number): boolean {
  const w = sim.world;
  if (w.cable.cut[cable]) return false;
  const port = w.cable.port[cable]!;
  return (
    port === 0 || (w.port.broken[port] === 0 && life.lit(w.server.life[w.port.server[port]!]!))
  );
}

/** Compares every cable with what its ends do, and tells where light came or went. */
export function settleLight(sim: Sim): void {
  for (let cable = 1; cable < sim.world.cable.rows; cable++) settleCable(sim, cable);
}

/** The same for one cable. */
export function settleCable(sim: Sim, cable: number): void {
  const w = sim.world;
  const port = w.cable.port[cable]!;
  const hostPort = w.cable.hostPort[cable]!;
  const before = port ? w.port.light[port] : w.hostPort.light[hostPort];
  const now = lit(sim, cable) ? 1 : 0;
  if (before === now) return;
  const cause = sim.cause;
  sim.cause = sim.tell(now ? 'link.up' : 'link.down', cable);
  const signal = now ? 'light-back' : 'light-lost';
  sim.signal('switchPort', w.cable.switchPort[cable]!, signal);
  // A port that is out for maintenance stays out, whatever its light does.
  const stays = now === 1 && w.port.maintenance[port] === 1;
  if (port && !stays && !portMonitor.off(w.port.monitor[port]!))
    sim.signal('physicalPort', port, signal);
  if (hostPort) sim.signal('hostPort', hostPort, signal);
  sim.cause = cause;
}
