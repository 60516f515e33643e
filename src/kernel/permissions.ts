import { downCauses, givebackVetoes, inhibitions, takeoverCauses } from '../model/wordLists.ts';
import { loggedWrites } from './nvram.ts';
import { canWrite, reaches, shelfOf } from './shelves.ts';
import type { Sim } from './sim.ts';
import { health } from './states.ts';

const partnerOf = (sim: Sim, server: number): number => sim.world.server.partner[server]!;

/** Causes for which the partner is told to shut down first. */
export const orderedCauses: readonly (typeof takeoverCauses)[number][] = [
  'operator',
  'shelf path lost',
  'no port left',
];

/** What speaks against giving `home` its disks back. */
export function vetoOf(sim: Sim, home: number): (typeof givebackVetoes)[number] {
  const disks = sim.wiring.disks[home]!.map((disk) => sim.world.disk.health[disk]!);
  if (disks.some(health.failed)) return 'a disk has failed';
  if (!reaches(sim, home, home) || !reaches(sim, partnerOf(sim, home), home))
    return 'the partner cannot reach its disks';
  return disks.every(health.working) ? 'none' : 'a disk is being rebuilt';
}

/** What forbids any takeover now, whether the partner lives or not. */
export function whyNot(sim: Sim, server: number): (typeof inhibitions)[number] {
  const w = sim.world;
  const partner = partnerOf(sim, server);
  if (!reaches(sim, server, partner)) return 'partner disks not visible';
  if (w.server.takeoverDisabled[server]) return 'disabled by operator';
  if (w.server.version[server] !== w.server.version[partner]) return 'software version mismatch';
  if (w.server.abandoned[server]) return 'failed in its last takeover';
  return w.server.mirrorInStep[server] ? 'none' : 'unsynchronized log';
}

/** May `server` take its partner over? It knows the mailbox, its mirror and nothing else. */
export function inhibitionOf(sim: Sim, server: number): (typeof inhibitions)[number] {
  const w = sim.world;
  const s = sim.plan.settings;
  const partner = partnerOf(sim, server);
  const cause = takeoverCauses[w.server.takeoverCause[server]!];
  if (!s.automaticTakeover && cause !== 'operator' && cause !== 'forced')
    return 'disabled by operator';
  if (!canWrite(sim, server, partner)) return 'partner disks not visible';
  // Only the mailbox says that the partner lives, and that the copy of its log is complete.
  if (!s.mailbox) return 'none';
  if (w.shelf.mailboxUnreadable[shelfOf(sim, partner)]) return 'partner mailbox not readable';
  const fresh = sim.now - w.server.stampAt[partner]! <= s.heartbeatInterval * s.missesAllowed;
  // Of two servers that want each other’s disks the one wins that wrote so first.
  if (fresh && w.server.intent[partner]) return 'partner is attempting takeover';
  if (cause === 'forced') return 'none';
  const why = whyNot(sim, server);
  // A partner that shut down in order has flushed its log, and the mailbox says so.
  const flushed = loggedWrites(sim, partner, partner) === 0;
  const asked = cause === 'operator' || cause === 'no port left';
  const clean = asked && /maintenance|no port left/.test(downCauses[w.server.downCause[partner]!]!);
  const alive = fresh && cause === 'none';
  if (why === 'unsynchronized log' && alive)
    return 'interconnect error, partner alive in the mailbox';
  if (why === 'unsynchronized log' && clean && flushed) return 'none';
  if (why !== 'none') return why;
  return alive ? 'interconnect error, partner alive in the mailbox' : 'none';
}
