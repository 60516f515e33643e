import { isExported } from '../model/exports.ts';
import { movesNames } from '../model/moves.ts';
import { roles } from '../model/wordLists.ts';
import type { World } from '../model/world.ts';

/** What is built in and never changes during a run, looked up once. */
export class Wiring {
  /** Ports of a server. */
  readonly ports: readonly (readonly number[])[];
  /** Slots of a physical port, by row. */
  readonly slots: readonly (readonly number[])[];
  /** The slot that logs in under a port’s own name; 0 where its exported name is its only one. */
  readonly base: Int32Array;
  readonly primary: Int32Array;
  /** Slots that log in with FLOGI, as the port itself: its first login. */
  readonly logsPortIn: Uint8Array;
  /** The slot on a sibling port that stands by for this port’s name; 0 when there is none. */
  readonly siblingSlot: Int32Array;
  /** The slot at the partner that stands by for this port’s name, and whose name it is there. */
  readonly guestSlot: Int32Array;
  readonly homeOfGuest: Int32Array;
  /** Slots of a server that stand by for its partner’s names; a plain server has none. */
  readonly partnerSlots: readonly (readonly number[])[];
  /** Slots of a server that should, but whose port lies in another fabric than the name. */
  readonly mispaired: readonly (readonly number[])[];
  readonly disks: readonly (readonly number[])[];
  readonly luns: readonly (readonly number[])[];
  /** Paths that lead a LUN’s host to the names under which it is exported. */
  readonly lunPaths: readonly (readonly number[])[];
  /** The same in groups by priority: optimized ones lead to the server at home (ALUA). */
  readonly pathGroups: readonly (readonly (readonly number[])[])[];
  /** LUNs that may use a path: they share its queue depth. */
  readonly lunsOnPath: Int32Array;
  readonly hostPaths: readonly (readonly number[])[];
  readonly portPaths: readonly (readonly number[])[];
  readonly fabricHostPorts: readonly (readonly number[])[];

  readonly movesNames: boolean;

  constructor(w: World) {
    this.movesNames = movesNames(w.plan.settings);
    const role = (is: (typeof roles)[number]) => roles.indexOf(is);
    this.ports = group(w.server.rows, w.port.rows, (port) => w.port.server[port]!);
    this.slots = group(w.port.rows, w.vport.rows, (slot) => w.vport.port[slot]!);
    this.base = new Int32Array(w.port.rows);
    this.primary = new Int32Array(w.port.rows);
    this.siblingSlot = new Int32Array(w.port.rows);
    this.guestSlot = new Int32Array(w.port.rows);
    this.homeOfGuest = new Int32Array(w.vport.rows);
    const partnerSlots: number[][] = Array.from({ length: w.server.rows }, () => []);
    const mispaired: number[][] = Array.from({ length: w.server.rows }, () => []);
    for (let slot = 1; slot < w.vport.rows; slot++) {
      const port = w.vport.port[slot]!;
      const home = w.vport.port[w.vport.home[slot]!]!;
      if (w.vport.role[slot] === role('BASE')) this.base[port] = slot;
      if (w.vport.role[slot] === role('PRIMARY')) this.primary[port] = slot;
      if (w.vport.role[slot] === role('PHYSICAL')) this.base[port] = this.primary[port] = slot;
      if (w.vport.role[slot] === role('SIBLING_SECONDARY') && home) this.siblingSlot[home] = slot;
      if (w.vport.role[slot] === role('PARTNER_SECONDARY') && home) {
        const fits = w.port.fabric[port] === w.port.fabric[home];
        (fits ? partnerSlots : mispaired)[w.port.server[port]!]!.push(slot);
        if (fits) this.homeOfGuest[slot] = home;
        if (fits) this.guestSlot[home] = slot;
      }
    }
    this.logsPortIn = Uint8Array.from({ length: w.vport.rows }, (_, slot) =>
      Number(this.base[w.vport.port[slot]!] === 0 || this.base[w.vport.port[slot]!] === slot),
    );
    this.partnerSlots = partnerSlots;
    this.mispaired = mispaired;
    this.disks = group(w.server.rows, w.disk.rows, (disk) => w.disk.home[disk]!);
    this.luns = group(w.server.rows, w.lun.rows, (lun) => w.lun.home[lun]!);
    this.hostPaths = group(w.host.rows, w.path.rows, (path) => w.path.host[path]!);
    this.portPaths = group(w.hostPort.rows, w.path.rows, (path) => w.path.hostPort[path]!);
    this.fabricHostPorts = group(
      w.fabric.rows,
      w.hostPort.rows,
      (port) => w.hostPort.fabric[port]!,
    );
    const everywhere = w.plan.settings.lunMapping === 'everywhere';
    const optimized = (path: number, lun: number): boolean =>
      w.port.server[w.vport.port[w.path.home[path]!]!] === w.lun.home[lun];
    this.lunsOnPath = new Int32Array(w.path.rows);
    this.lunPaths = Array.from({ length: w.lun.rows }, (_, lun) =>
      lun === 0
        ? []
        : this.hostPaths[w.lun.host[lun]!]!.filter(
            (path) => everywhere || isExported(w, lun, w.path.home[path]!),
          ),
    );
    this.pathGroups = this.lunPaths.map((paths, lun) =>
      everywhere
        ? [paths]
        : [true, false].map((is) => paths.filter((path) => optimized(path, lun) === is)),
    );
    for (const paths of this.lunPaths) for (const path of paths) this.lunsOnPath[path]!++;
  }
}

/**
 * Whether a server watches its partner at all: it has slots for its names, or exports its LUNs
 * under names of its own.
 */
export const standsBy = (wiring: Wiring, server: number): boolean =>
  !wiring.movesNames || wiring.partnerSlots[server]!.length + wiring.mispaired[server]!.length > 0;

function group(groups: number, rows: number, of: (row: number) => number): number[][] {
  const lists: number[][] = Array.from({ length: groups }, () => []);
  for (let row = 1; row < rows; row++) lists[of(row)]!.push(row);
  return lists;
}
