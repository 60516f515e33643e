import type { World } from './world.ts';

/** Whether two switch ports of one fabric no longer reach each other. */
export const areApart = (w: World, one: number, other: number): boolean =>
  w.fabric.segmented[w.switchPort.fabric[one]!] === 1 &&
  w.switchPort.beyond[one] !== w.switchPort.beyond[other];

/** The switch port that a host port is plugged into. */
export const plugOf = (w: World, hostPort: number): number =>
  w.cable.switchPort[w.hostPort.cable[hostPort]!]!;

/** Whether a server’s port is at the end of a segmented fabric where no host is. */
export function isCutOff(w: World, port: number): boolean {
  const plug = w.cable.switchPort[w.port.cable[port]!]!;
  return w.fabric.segmented[w.port.fabric[port]!] === 1 && w.switchPort.beyond[plug] === 1;
}
