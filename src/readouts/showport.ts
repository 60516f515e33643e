import { isIn } from '../charts/index.ts';
import { roles } from '../model/wordLists.ts';
import type { World } from '../model/world.ts';
import { rowsOf, wwn } from './readout.ts';
import type { Readout } from './readout.ts';

const away = isIn('virtualPort', 'active');
const standby = isIn('virtualPort', 'standby');
const up = isIn('server', 'up');
const role = (is: (typeof roles)[number]): number => roles.indexOf(is);

/** `0:1:1` for port 1 of the first server: node, slot, port. */
const place = (w: World, port: number): string =>
  `${w.port.server[port]! - 1}:1:${w.port.number[port]}`;

const slotOf = (w: World, port: number, is: (typeof roles)[number]): number =>
  rowsOf(w.vport).find((slot) => w.vport.port[slot] === port && w.vport.role[slot] === role(is)) ??
  0;

/** Whether its name is away, its partner’s name is here, or something is under way. */
function failoverState(w: World, port: number): string {
  const primary = slotOf(w, port, 'PRIMARY');
  const pair = w.port.pairPort[port]!;
  const guest = slotOf(w, port, 'PARTNER_SECONDARY');
  const standIn = slotOf(w, pair, 'PARTNER_SECONDARY');
  const guestState = w.vport.state[guest]!;
  if (away(guestState)) return w.port.light[port] ? 'active' : 'active_down';
  if (guest !== 0 && w.vport.portName[guest] !== 0 && !w.port.light[port]) return 'active_failed';
  if (away(w.vport.state[standIn]!))
    return up(w.server.life[w.port.server[port]!]!) ? 'failback_pending' : 'failed_over';
  if (!standby(w.vport.state[standIn]!) && w.vport.portName[primary] === 0)
    return 'failover_pending';
  return 'none';
}

export const showport: Readout = {
  id: 'showport',
  title: 'Ports and their partners',
  about: 'Each physical port, the partner port that would stand in for it, and whether it does.',
  source: 'HPE 3PAR Persistent Ports, showport: Partner and FailoverState',
  columns: ['N:S:P', 'State', 'Node_WWN', 'Port_WWN', 'Partner', 'FailoverState'],
  rows: (w) =>
    rowsOf(w.port).map((port) => {
      const primary = slotOf(w, port, 'PRIMARY');
      return [
        place(w, port),
        w.port.light[port] ? 'ready' : w.port.broken[port] ? 'offline' : 'loss_sync',
        wwn(w, w.vport.nodeName[primary]!) || '-',
        wwn(w, w.vport.portName[primary]!) || '-',
        place(w, w.port.pairPort[port]!),
        failoverState(w, port),
      ];
    }),
};
