import { frames, legs } from '../model/wordLists.ts';
import type { Micros } from '../model/time.ts';
import type { World } from '../model/world.ts';
import { areApart, plugOf } from '../model/segments.ts';
import { differences } from '../model/compare.ts';
import type { Property, Witness } from './property.ts';
import { fabric, hostPort, isWell, life, monitor, path, portMonitor, slot } from './states.ts';
import { working } from './storage.ts';

const heartbeat = frames.indexOf('heartbeat');

/**
 * Whether nobody is about to do anything: servers, monitors, ports and fabrics stand where they
 * can stay, no path asks anything and no frame but heartbeats is on its way. That nothing has
 * happened for two notification windows is for the caller to know.
 */
export function isAtRest(w: World): boolean {
  const all = (rows: number, is: (row: number) => boolean): boolean => {
    for (let row = 1; row < rows; row++) if (!is(row)) return false;
    return true;
  };
  return (
    all(
      w.server.rows,
      (row) => life.settled(w.server.life[row]!) && monitor.settled(w.server.monitor[row]!),
    ) &&
    all(w.port.rows, (row) => portMonitor.settled(w.port.monitor[row]!)) &&
    all(w.fabric.rows, (row) => fabric.quiet(w.fabric.notice[row]!)) &&
    all(w.nameEntry.rows, (row) => w.nameEntry.stale[row] === 0) &&
    // A host that missed a notification will look by itself.
    all(w.hostPort.rows, (row) => w.hostPort.missedAt[row] === 0) &&
    all(w.path.rows, (row) => path.idle(w.path.state[row]!)) &&
    all(w.vport.rows, (row) => w.vport.due[row] === 0) &&
    all(w.disk.rows, (row) => w.disk.due[row] === 0) &&
    all(w.message.rows, (row) => w.message.frame[row]! <= heartbeat)
  );
}

/** A key for a port name in a fabric. */
const place = (fabric: number, portName: number): number => fabric * 0x1_0000 + portName;

/** Rows of a table of the fabrics by place. */
function byPlace(table: {
  readonly rows: number;
  readonly fabric: Int32Array;
  readonly portName: Int32Array;
}): Map<number, number> {
  const rows = new Map<number, number>();
  for (let row = 1; row < table.rows; row++) {
    if (table.fabric[row] !== 0) rows.set(place(table.fabric[row]!, table.portName[row]!), row);
  }
  return rows;
}

const hangs = (w: World, slotRow: number): boolean =>
  life.hung(w.server.life[w.port.server[w.vport.port[slotRow]!]!]!);

/** The rows of the virtual port database and the fabrics’ logins and entries tell one story. */
function fabricsDiffer(w: World): Witness {
  const logins = byPlace(w.login);
  const entries = byPlace(w.nameEntry);
  for (let row = 1; row < w.vport.rows; row++) {
    // What hangs does not take in that its login was ended.
    if (!slot.active(w.vport.state[row]!) || (hangs(w, row) && !w.login.vport.includes(row)))
      continue;
    const at = place(w.port.fabric[w.vport.port[row]!]!, w.vport.portName[row]!);
    const login = logins.get(at) ?? 0;
    if (w.login.vport[login] !== row || w.login.address[login] !== w.vport.address[row])
      return [row, login];
    const named = w.vport.slot[row] !== 0;
    if (named && w.nameEntry.address[entries.get(at) ?? 0] !== w.vport.address[row]) return [row];
  }
  for (let login = 1; login < w.login.rows; login++) {
    const row = w.login.vport[login]!;
    const state = w.vport.state[row]!;
    // What hangs leaves its slots where they were, logged in as they were.
    if (row !== 0 && !slot.active(state) && !(hangs(w, row) && slot.loggedIn(state)))
      return [row, login];
  }
  for (const [at, entry] of entries) {
    const login = logins.get(at) ?? 0;
    if (w.login.address[login] !== w.nameEntry.address[entry])
      return [w.vport.portName.indexOf(w.nameEntry.portName[entry]!), login];
  }
  return null;
}

/** A host is bound to another address than the one the name server gives. */
function hostDiffers(w: World): Witness {
  const entries = byPlace(w.nameEntry);
  for (let row = 1; row < w.path.rows; row++) {
    const port = w.path.hostPort[row]!;
    if (!hostPort.online(w.hostPort.state[port]!) || !w.hostPort.light[port]) continue;
    const at = place(w.hostPort.fabric[port]!, w.path.portName[row]!);
    const bound = path.bound(w.path.state[row]!) ? w.path.address[row] : 0;
    const known = w.nameEntry.address[entries.get(at) ?? 0]!;
    if (bound !== 0 && bound !== known) return [row];
  }
  return null;
}

/** Columns that must be as they were; addresses, counters and times may differ. */
const kept = {
  vport: ['nodeName', 'portName', 'home', 'enabled', 'state'],
  disk: ['owner', 'reservation', 'homeView', 'partnerView'],
} as const;

/** Everything works again, but a virtual port or disk is not as it was at moment 0. */
function changedForGood(w: World, start: () => World): Witness {
  for (let row = 1; row < w.server.rows; row++) if (!isWell(w, row)) return null;
  for (let row = 1; row < w.port.rows; row++) {
    if (!portMonitor.online(w.port.monitor[row]!) || !w.port.light[row]) return null;
  }
  const first = differences(w, start(), kept)[0];
  if (!first) return null;
  return first.table === 'vport' ? [first.row] : [0, first.row];
}

/** A running server’s monitor says takeover and it owns no disk of its partner, or the reverse. */
function ownersDiffer(w: World): Witness {
  for (let row = 1; row < w.disk.rows; row++) {
    if (!working(w.disk.health[row]!)) continue;
    const home = w.disk.home[row]!;
    const taker = w.server.partner[home]!;
    const away = w.disk.owner[row] === taker;
    if (!away && w.disk.owner[row] !== home) return [row];
    const taken = monitor.inTakeover(w.server.monitor[taker]!);
    if (life.up(w.server.life[taker]!) && taken !== away) return [row, taker];
  }
  return null;
}

/** A name is logged in and registered, and a host that may see it holds no login there. */
function pathMissing(w: World): Witness {
  const logins = byPlace(w.login);
  const entries = byPlace(w.nameEntry);
  for (let row = 1; row < w.path.rows; row++) {
    const port = w.path.hostPort[row]!;
    if (!hostPort.online(w.hostPort.state[port]!) || !w.hostPort.light[port]) continue;
    const at = place(w.hostPort.fabric[port]!, w.path.portName[row]!);
    const carrier = w.login.vport[logins.get(at) ?? 0]!;
    const server = w.port.server[w.vport.port[carrier]!]!;
    const answers =
      carrier !== 0 &&
      entries.has(at) &&
      slot.active(w.vport.state[carrier]!) &&
      w.port.light[w.vport.port[carrier]!] === 1 &&
      !life.hung(w.server.life[server]!) &&
      w.port.mute[w.vport.port[carrier]!] === 0 &&
      !areApart(w, plugOf(w, port), w.login.switchPort[logins.get(at) ?? 0]!);
    if (answers && !path.bound(w.path.state[row]!)) return [row, carrier];
  }
  return null;
}

/** A slot stands half-way, or a request is on its way for longer than any host waits. */
function residue(w: World, _start: () => World, at: Micros): Witness {
  for (let row = 1; row < w.vport.rows; row++) {
    if (!slot.settled(w.vport.state[row]!) && !hangs(w, row)) return [row];
  }
  const oldest = at - w.plan.settings.commandTimeout - 2_000_000;
  for (let row = 1; row < w.request.rows; row++) {
    const travels = w.request.leg[row]! > legs.indexOf('waiting');
    if (travels && w.request.legAt[row]! < oldest) return [0, row];
  }
  return null;
}

export const restProperties: readonly Property[] = [
  {
    id: 'Q1',
    group: null,
    sentence:
      'At rest, each active virtual port is logged in and registered at its address, and nobody else is.',
    source: 'Claims 22 to 25',
    witnesses: ['vport', 'login'],
    atRest: fabricsDiffer,
  },
  {
    id: 'Q2',
    group: null,
    sentence: 'At rest, no host is bound to another address than the name server gives.',
    source: 'Claim 8',
    witnesses: ['path'],
    atRest: hostDiffers,
  },
  {
    id: 'Q3',
    group: null,
    sentence:
      'At rest, with everything mended and given back, rows, owners and reservations are as they were at the start.',
    source: 'Claims 29, 39',
    witnesses: ['vport', 'disk'],
    atRest: changedForGood,
  },
  {
    id: 'Q4',
    group: null,
    sentence:
      'At rest, a running server owns its partner’s working disks exactly when it is in takeover.',
    source: 'Claims 12, 18',
    witnesses: ['disk', 'server'],
    atRest: ownersDiffer,
  },
  {
    id: 'Q5',
    group: null,
    sentence:
      'At rest, a host has as many paths as before the failure: one to each name that is logged in.',
    source: 'Claims 9 to 11; ONTAP persistent ports',
    witnesses: ['path', 'vport'],
    atRest: pathMissing,
  },
  {
    id: 'Q6',
    group: null,
    sentence: 'At rest, no slot stands half-way and no request has been on its way for too long.',
    source: 'Hygiene of the model',
    witnesses: ['vport', 'request'],
    atRest: residue,
  },
];
