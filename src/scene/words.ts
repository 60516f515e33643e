import { within } from '../charts/index.ts';
import { downCauses } from '../model/schema.ts';
import type { World } from '../model/world.ts';

/** Words for rows, as they are called on screen. */
export const called = {
  server: (w: World, row: number): string => w.plan.ids.server?.[row] ?? '?',
  port: (w: World, row: number): string =>
    `${called.server(w, w.port.server[row]!)}, port ${w.port.number[row]}`,
  /** The name that a primary carries, or for which a secondary stands by. */
  name: (w: World, slot: number): string =>
    w.plan.labels.vport?.[w.vport.home[slot] || slot] ?? '?',
  /** `B 1/S1`. */
  slot: (w: World, slot: number): string => {
    const port = w.vport.port[slot]!;
    const key = ['base', 'P', 'S1', 'S2'][w.vport.slot[slot]!] ?? 'x';
    return `${called.server(w, w.port.server[port]!)} ${w.port.number[port]}/${key}`;
  },
  fabric: (_w: World, row: number): string => `Fabric ${row}`,
  host: (w: World, row: number): string => w.plan.labels.host?.[row] ?? '?',
  hostPort: (w: World, row: number): string =>
    `${called.host(w, w.hostPort.host[row]!)}, h${w.hostPort.number[row]}`,
  path: (w: World, row: number): string =>
    `${called.host(w, w.path.host[row]!)}’s path to ${called.name(w, w.path.home[row]!)}`,
  lun: (w: World, row: number): string => w.plan.labels.lun?.[row] ?? '?',
  disk: (w: World, row: number): string => w.plan.labels.disk?.[row] ?? '?',
  cable: (w: World, row: number): string => {
    const port = w.cable.port[row]!;
    return port
      ? `the cable of ${called.port(w, port)}`
      : `the cable of ${called.hostPort(w, w.cable.hostPort[row]!)}`;
  },
  portName: (w: World, name: number): string => {
    for (let slot = 1; slot < w.vport.rows; slot++) {
      if (
        w.vport.portName[slot] === name &&
        w.vport.home[slot] === slot &&
        w.vport.slot[slot] !== 0
      )
        return called.name(w, slot);
    }
    return w.plan.names[name] ?? '?';
  },
  address: (address: number): string => address.toString(16).padStart(6, '0'),
};

export const downText = (cause: number): string => {
  const word = downCauses[cause] ?? 'none';
  if (word === 'power loss') return 'down, power lost';
  if (word === 'maintenance') return 'down for maintenance';
  return word === 'none' ? 'down' : `down, ${word}`;
};

/** A server’s state in words, for nameplates and screen readers. */
export function serverWords(w: World, server: number): string {
  const life = w.server.life[server]!;
  const monitor = w.server.monitor[server]!;
  const partner = called.server(w, w.server.partner[server]!);
  const is = (path: string): boolean => within('server', life, path);
  const does = (path: string): boolean => within('failoverMonitor', monitor, path);
  if (is('down')) return downText(w.server.downCause[server]!);
  if (is('hung')) return 'hung';
  if (is('paused')) return 'stands still';
  if (is('hungDead')) return 'hung, ports dark';
  if (is('shuttingDown')) return 'shutting down in order';
  if (is('booting')) return 'starting';
  if (is('looking') || is('replayingOwnLog')) return 'starting, reads its disks';
  if (is('waitingForGiveback') || is('lookingAgain')) return 'up again, waits for giveback';
  if (is('recovering')) return 'up again, takes its names back';
  if (does('takingOver')) return `taking over from ${partner}`;
  if (does('inTakeover.ready')) return `in takeover of ${partner}, ${partner} waits`;
  if (does('inTakeover')) return `in takeover of ${partner}`;
  if (does('givingBack')) return `giving back to ${partner}`;
  if (does('suspect') || does('deciding')) return `up, suspects ${partner}`;
  if (does('inhibited')) return 'up, takeover inhibited';
  for (let port = 1; port < w.port.rows; port++) {
    if (w.port.server[port] === server && !w.port.light[port]) return 'degraded, port dark';
  }
  return 'up';
}
