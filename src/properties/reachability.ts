import { isExported } from '../model/exports.ts';
import { lodgesNames, usesSibling } from '../model/moves.ts';
import type { Micros } from '../model/time.ts';
import { leg, roles } from '../model/wordLists.ts';
import type { World } from '../model/world.ts';
import { answered, portBound, serverBound, shelfBound } from './bounds.ts';
import type { Debts, Property, Witness } from './property.ts';
import {
  fabric,
  hostPort,
  isWell,
  life,
  path as pathState,
  portMonitor,
  starved,
} from './states.ts';
import { isReadable } from './storage.ts';

const partnerSecondary = roles.indexOf('PARTNER_SECONDARY');

/** What failed: one row of one table, everything else must be well. */
interface Fault {
  readonly server?: number;
  readonly cable?: number;
  /** The shelf that its home server no longer reaches. */
  readonly shelf?: number;
}

/** Whether partners may take each other over, and reach and read what they would serve. */
function takeoverIsPossible(w: World, { shelf }: Fault): boolean {
  for (let row = 1; row < w.server.rows; row++) {
    const partner = w.server.partner[row]!;
    if (partner === 0) continue;
    if (w.server.takeoverDisabled[row] || w.server.copyDamaged[row] || w.server.abandoned[row])
      return false;
    if (w.server.version[row] !== w.server.version[partner]) return false;
  }
  for (let row = 1; row < w.shelf.rows; row++) {
    if (w.shelf.mailboxUnreadable[row]) return false;
    if (row !== shelf && w.shelf.homeCut[row]) return false;
    if (w.shelf.partnerCut[row] && w.server.partner[w.shelf.home[row]!]) return false;
  }
  for (let lun = 1; lun < w.lun.rows; lun++) if (!isReadable(w, lun)) return false;
  return true;
}

/** Everything but the thing that has just failed works, so that this is a single fault. */
function restIsWell(w: World, fault: Fault): boolean {
  for (let row = 1; row < w.interconnect.rows; row++) if (w.interconnect.cut[row]) return false;
  for (let row = 1; row < w.server.rows; row++) {
    if (row === fault.server) continue;
    if (!isWell(w, row) || w.server.mirrorInStep[row] !== 1 || starved(w.server.pulse[row]!))
      return false;
  }
  for (let row = 1; row < w.cable.rows; row++) {
    if (row !== fault.cable && w.cable.cut[row]) return false;
  }
  for (let row = 1; row < w.switchPort.rows; row++) {
    if (w.switchPort.disabled[row] || w.switchPort.npivOff[row]) return false;
  }
  for (let row = 1; row < w.fabric.rows; row++) {
    if (w.fabric.segmented[row] || !fabric.powered(w.fabric.power[row]!)) return false;
  }
  for (let row = 1; row < w.port.rows; row++) {
    if (w.port.mute[row] || w.port.dropsData[row] || w.port.flapping[row]) return false;
    if (w.port.cable[row] === fault.cable) continue;
    if (w.port.broken[row] || w.port.maintenance[row]) return false;
    const gone = w.port.server[row] === fault.server;
    if (!gone && !portMonitor.online(w.port.monitor[row]!)) return false;
  }
  for (let row = 1; row < w.hostPort.rows; row++) {
    if (w.hostPort.deaf[row] || w.hostPort.missedAt[row]) return false;
    if (w.hostPort.cable[row] !== fault.cable && !hostPort.online(w.hostPort.state[row]!))
      return false;
  }
  for (let row = 1; row < w.path.rows; row++) {
    if (!pathState.open(w.path.state[row]!)) return false;
  }
  // Last, because in a large cluster somebody is nearly always away, and this looks at every disk.
  return takeoverIsPossible(w, fault);
}

/** What an earlier fault swallowed fills the queues of its paths until the command timers end. */
function stillSwallowed(w: World, now: Micros): boolean {
  const { request } = w;
  for (let row = 1; row < request.rows; row++) {
    const at = request.leg[row];
    if ((at === leg.lost || at === leg.held) && request.legAt[row]! < now) return true;
  }
  return false;
}

function begin(w: World, debts: Debts, fault: Fault): void {
  debts.settleAll();
  if (!restIsWell(w, fault) || stillSwallowed(w, debts.now)) return;
  const s = w.plan.settings;
  const within = fault.server ? serverBound(s) : fault.shelf ? shelfBound(s) : portBound(s);
  for (let lun = 1; lun < w.lun.rows; lun++) {
    if (w.host.running[w.lun.host[lun]!]) debts.owe(lun, within);
  }
}

/** Nobody ends the logins of a server that hangs with its ports lit, unless it is reset. */
function beginUnlessItStays(w: World, debts: Debts, server: number): void {
  const stays = life.hung(w.server.life[server]!) && !w.plan.settings.resetPartner;
  if (!stays) begin(w, debts, { server });
}

/** Whether a port has a slot for the name of its partner’s port; a plain one has none. */
function standsBy(w: World, port: number): boolean {
  for (let slot = 1; slot < w.vport.rows; slot++)
    if (w.vport.port[slot] === port && w.vport.role[slot] === partnerSecondary) return true;
  return false;
}

/** Whether some port with light could carry this name now. */
function hasPlace(w: World, home: number): boolean {
  const port = w.vport.port[home]!;
  const server = w.port.server[port]!;
  const lit = (row: number): boolean => row !== 0 && w.port.light[row] === 1;
  const siblings = usesSibling(w.plan.settings) && lit(w.port.sibling[port]!);
  const partner = w.port.pairPort[port]!;
  const there =
    life.up(w.server.life[w.server.partner[server]!]!) && lit(partner) && standsBy(w, partner);
  if (!life.up(w.server.life[server]!)) return there;
  return lit(port) || siblings || (lodgesNames(w.plan.settings) && there);
}

/** A path that could be open is not, or the LUN is not answered over the open ones. */
function unreached(w: World, lun: number, at: number): Witness {
  const host = w.lun.host[lun]!;
  if (!w.host.running[host]) return null;
  let open = 0;
  for (let path = 1; path < w.path.rows; path++) {
    const home = w.path.home[path]!;
    const leads = isExported(w, lun, home);
    const hostLit = w.hostPort.light[w.path.hostPort[path]!] === 1;
    if (w.path.host[path] !== host || !leads || !hostLit || !hasPlace(w, home)) continue;
    if (!pathState.open(w.path.state[path]!)) return [lun, path];
    open++;
  }
  const lately = at - w.lun.acknowledgedAt[lun]! <= answered(w.plan.settings);
  return open > 0 && !lately ? [lun] : null;
}

export const reachability: Property = {
  id: 'L1',
  group: null,
  sentence:
    'After a single fault in a cluster that was well, each LUN answers again under the same names within the time that detection, takeover and login take. Owed until somebody does something else.',
  source: 'Claims 1, 8, 26, 36',
  witnesses: ['lun', 'path'],
  debtors: (w) => w.lun.rows - 1,
  owes: {
    'command.given': (_w, debts) => debts.settleAll(),
    'server.power-lost': (w, debts, server) => begin(w, debts, { server }),
    'server.panicked': (w, debts, server) => begin(w, debts, { server }),
    'server.hung': beginUnlessItStays,
    'server.paused': beginUnlessItStays,
    'shelf.cut-off': (w, debts, shelf, server) => {
      if (w.shelf.home[shelf] === server) begin(w, debts, { shelf });
    },
    'port.broken': (w, debts, port) => begin(w, debts, { cable: w.port.cable[port]! }),
    'cable.cut': (w, debts, cable) => begin(w, debts, { cable }),
  },
  overdue: unreached,
};
