import { roles, takeoverCauses } from '../model/wordLists.ts';
import { isExported } from '../model/exports.ts';
import { isIn } from '../charts/index.ts';
import type { World } from '../model/world.ts';
import type { Property, Witness } from './property.ts';
import { disksOf } from './storage.ts';

const up = isIn('server', 'up');
const online = isIn('physicalPort', 'online');

/** A server that takes over loses its own name although its own port sees light. */
function ownNameDropped(w: World, slot: number): Witness {
  const port = w.vport.port[slot]!;
  const server = w.port.server[port]!;
  const takingOver = w.server.takeoverCause[server] !== 0 && up(w.server.life[server]!);
  const own = w.vport.role[slot] === roles.indexOf('PRIMARY');
  // A port that fails, or is taken out on purpose, takes its name with it.
  const working = w.port.light[port] === 1 && online(w.port.monitor[port]!);
  return own && takingOver && working && w.server.downCause[server] === 0 ? [slot, server] : null;
}

/** A request reaches a LUN that is not exported under the name it was sent to. */
function wrongIdentity(w: World, request: number, slot: number): Witness {
  const asked = w.path.portName[w.request.path[request]!]!;
  const lun = w.request.lun[request]!;
  if (!isExported(w, lun, w.vport.home[slot]!)) return [request, slot];
  return w.vport.portName[slot] !== asked ? [request, slot] : null;
}

/** A takeover starts although it is inhibited, or while the partner takes over this server. */
function notPermitted(w: World, server: number, partner: number): Witness {
  if (w.server.inhibited[server] !== 0) return [server, partner];
  const cause = takeoverCauses[w.server.takeoverCause[server]!];
  const clean = cause === 'operator' || cause === 'no port left';
  const resumed = w.server.takeoverCause[server] === takeoverCauses.indexOf('resumed');
  const forced = w.server.forced[server] === 1;
  return !w.server.mirrorInStep[server] && !clean && !resumed && !forced ? [server, partner] : null;
}

/**
 * A primary is enabled while a server still has its name logged in or owns one of its disks; that
 * server is the second witness.
 */
function enabledTooEarly(w: World, slot: number): Witness {
  if (w.vport.role[slot] !== roles.indexOf('PRIMARY')) return null;
  const port = w.vport.port[slot]!;
  const server = w.port.server[port]!;
  for (let login = 1; login < w.login.rows; login++) {
    const elsewhere =
      w.login.portName[login] === w.vport.portName[slot] && w.login.vport[login] !== slot;
    if (elsewhere && w.login.fabric[login] !== 0)
      return [slot, w.port.server[w.vport.port[w.login.vport[login]!]!]!];
  }
  const lost = disksOf(w, server).find((disk) => w.disk.owner[disk] !== server);
  return lost === undefined ? null : [slot, w.disk.owner[lost]!];
}

export const procedureProperties: readonly Property[] = [
  {
    id: 'S10',
    group: null,
    sentence: 'A server that takes over goes on answering under its own names.',
    source: 'Claims 8 to 11, 20',
    witnesses: ['vport', 'server'],
    on: {
      // A port that went back into service within the same step has its name enabled again.
      'vport.disabled': (w, slot) => (w.vport.enabled[slot] ? null : ownNameDropped(w, slot)),
      'vport.link-down': ownNameDropped,
    },
  },
  {
    id: 'S11',
    group: null,
    sentence: 'A request sent to a name reaches only the LUNs exported under that name.',
    source: 'Claims 8, 9, 12, 20, 21',
    witnesses: ['request', 'vport'],
    on: { 'io.arrived': wrongIdentity, 'io.forwarded': wrongIdentity },
  },
  {
    id: 'S13',
    group: null,
    sentence: 'A takeover starts only when it is permitted.',
    source: 'ONTAP event catalogue, takeover disabled',
    witnesses: ['server', 'server'],
    on: { 'takeover.started': notPermitted },
  },
  {
    id: 'S14',
    group: null,
    sentence:
      'A server enables its own name only after its partner has logged it out and returned the disks.',
    source: 'Claims 29, 39',
    witnesses: ['vport', 'server'],
    on: { 'vport.enabled': enabledTooEarly },
  },
];
