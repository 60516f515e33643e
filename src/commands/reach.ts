import type { World } from '../model/world.ts';
import type { Reach } from './command.ts';

/** Virtual ports that carry a name on these ports now, the paths to them, and what they serve. */
function through(world: World, ports: readonly number[]): Pick<Reach, 'vports' | 'paths'> {
  const vports: number[] = [];
  const paths: number[] = [];
  for (let slot = 1; slot < world.vport.rows; slot++) {
    const named = world.vport.slot[slot] !== 0 && world.vport.address[slot] !== 0;
    if (!named || !ports.includes(world.vport.port[slot]!)) continue;
    vports.push(slot);
    for (let path = 1; path < world.path.rows; path++) {
      if (
        world.path.portName[path] === world.vport.portName[slot] &&
        world.path.address[path] !== 0
      ) {
        paths.push(path);
      }
    }
  }
  return { vports, paths };
}

/** What a server’s end takes with it: its names, the paths to them, the disks it serves. */
export function ofServer(world: World, server: number): Reach {
  const ports: number[] = [];
  const cables: number[] = [];
  for (let port = 1; port < world.port.rows; port++) {
    if (world.port.server[port] !== server) continue;
    ports.push(port);
    cables.push(world.port.cable[port]!);
  }
  const disks: number[] = [];
  for (let disk = 1; disk < world.disk.rows; disk++) {
    if (world.disk.owner[disk] === server) disks.push(disk);
  }
  return { ...through(world, ports), disks, cables };
}

/** What a physical port’s end takes with it. */
export const ofPort = (world: World, port: number): Reach => ({
  ...through(world, [port]),
  disks: [],
  cables: [world.port.cable[port]!],
});

/** What a switch takes with it: every cable plugged into it, and what goes through them. */
export function ofFabric(world: World, fabric: number): Reach {
  const ports: number[] = [];
  for (let port = 1; port < world.port.rows; port++)
    if (world.port.fabric[port] === fabric) ports.push(port);
  const cables: number[] = [];
  for (let cable = 1; cable < world.cable.rows; cable++)
    if (world.switchPort.fabric[world.cable.switchPort[cable]!] === fabric) cables.push(cable);
  return { ...through(world, ports), disks: [], cables };
}

/** What an inter-switch link takes with it: every path to the servers at its far end. */
export function beyondLink(world: World, fabric: number): Reach {
  const ports: number[] = [];
  for (let port = 1; port < world.port.rows; port++) {
    const plug = world.cable.switchPort[world.port.cable[port]!]!;
    if (world.port.fabric[port] === fabric && world.switchPort.beyond[plug]) ports.push(port);
  }
  return { ...through(world, ports), vports: [], disks: [], cables: [] };
}

/** What a cut cable takes with it: a server’s port, or a host’s port with all its paths. */
export function ofCable(world: World, cable: number): Reach {
  const port = world.cable.port[cable]!;
  if (port !== 0) return ofPort(world, port);
  const paths: number[] = [];
  for (let path = 1; path < world.path.rows; path++) {
    const here = world.path.hostPort[path] === world.cable.hostPort[cable];
    if (here && world.path.address[path] !== 0) paths.push(path);
  }
  return { vports: [], paths, disks: [], cables: [cable] };
}
