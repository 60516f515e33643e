import { fabricPower, life, portMonitor } from './states.ts';
import type { World } from '../model/world.ts';
import type { Sim } from './sim.ts';

/** Whether a server’s port sends light: its server runs, and nothing keeps its transceiver dark. */
function sends(w: World, port: number): boolean {
  const dark =
    w.port.broken[port]! | w.port.offline[port]! | w.port.resetting[port]! | w.port.blink[port]!;
  return dark === 0 && life.lit(w.server.life[w.port.server[port]!]!);
}

/** Whether light passes a cable: both ends live and the fibre whole. */
function lit(sim: Sim, cable: number): boolean {
  const w = sim.world;
  const end = w.cable.switchPort[cable]!;
  if (w.cable.cut[cable] || w.switchPort.disabled[end]) return false;
  if (!fabricPower.on(w.fabric.power[w.switchPort.fabric[end]!]!)) return false;
  const port = w.cable.port[cable]!;
  return port === 0 ? w.hostPort.broken[w.cable.hostPort[cable]!] === 0 : sends(w, port);
}

/** What light that comes back says to a port: one that has flapped must hold it for a while. */
export const lightBack = (sim: Sim, port: number): string =>
  portMonitor.stranded(sim.world.port.monitor[port]!) && isFlapping(sim, port)
    ? 'light-unsteady'
    : 'light-back';

/** Whether a port has failed too often, and too lately, to be trusted. */
const isFlapping = (sim: Sim, port: number): boolean =>
  sim.world.port.failures[port]! >= sim.plan.settings.flapsAllowed;

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
  // A port that is out for maintenance stays out, whatever its light does; only its own login returns.
  const stays = now === 1 && w.port.maintenance[port] === 1;
  if (port && !portMonitor.off(w.port.monitor[port]!)) {
    if (stays) sim.signal('virtualPort', sim.wiring.base[port]!, signal);
    else sim.signal('physicalPort', port, now ? lightBack(sim, port) : signal);
  }
  if (hostPort) sim.signal('hostPort', hostPort, signal);
  sim.cause = cause;
}
