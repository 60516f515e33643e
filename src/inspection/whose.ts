import type { Thing } from '../model/plan.ts';
import type { World } from '../model/world.ts';
import { serverOfThing } from '../scene/fleetLens.ts';

/** The server whose tables are shown with a thing: itself, the one it is part of, or the disk’s owner; 0 for none. */
export const serverOf = (w: World, thing: Thing): number =>
  thing.table === 'disk' ? w.disk.owner[thing.row]! : serverOfThing(w, thing);

/** The server port that a thing is, or is on; 0 for none. */
export function portOf(w: World, { table, row }: Thing): number {
  if (table === 'port') return row;
  return table === 'vport' ? w.vport.port[row]! : 0;
}

/** The two servers of the pair that a thing belongs to; none where it belongs to none. */
export function pairOf(w: World, thing: Thing): readonly number[] {
  const { table, row } = thing;
  if (table === 'interconnect') return [w.interconnect.a[row]!, w.interconnect.b[row]!];
  const homes = { shelf: w.shelf.home, lun: w.lun.home, disk: w.disk.home };
  const server = table in homes ? homes[table as 'disk'][row]! : serverOf(w, thing);
  const partner = w.server.partner[server]!;
  return [server, partner].filter((each) => each > 0).sort((a, b) => a - b);
}

/** Whether a virtual port is, or is on, the thing: a server, a port, or a virtual port itself. */
export function isSlotOf(w: World, { table, row }: Thing, slot: number): boolean {
  if (table === 'vport') return slot === row;
  const port = w.vport.port[slot]!;
  return table === 'port' ? port === row : table === 'server' && w.port.server[port] === row;
}

/** For each address the virtual port that lives at it now. */
export function slotsByAddress(w: World): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (let slot = 1; slot < w.vport.rows; slot++) {
    const address = w.vport.address[slot]!;
    if (address) found.set(address, slot);
  }
  return found;
}

/** For each port name of a host the host port that carries it. */
export function hostPortsByName(w: World): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (let row = 1; row < w.hostPort.rows; row++) found.set(w.hostPort.portName[row]!, row);
  return found;
}
