import { tellReserveFailed } from '../acts/disk.ts';
import { reaches, shelfOf } from '../shelves.ts';
import { health, monitor } from '../states.ts';
import { holdsWrites } from '../taken.ts';
import type { Sim } from '../sim.ts';

/** A reservation command reaches a disk, if the server that issues them still does and can. */
export function reserve(sim: Sim, disk: number): void {
  const { taker, failed } = about(sim, disk);
  if (!monitor.fencing(sim.world.server.monitor[taker]!)) return;
  if (failed) tellReserveFailed(sim, disk);
  else if (isInReach(sim, disk)) sim.signal('disk', disk, 'reserve');
}

/** The taker relabels a disk that it has reserved. */
export function label(sim: Sim, disk: number): void {
  const { taker, failed } = about(sim, disk);
  if (failed || !monitor.takes(sim.world.server.monitor[taker]!)) return;
  if (isInReach(sim, disk)) sim.signal('disk', disk, 'label');
}

/** Whoever holds the set takes a disk that was put into it, as soon as it can. */
export function claim(sim: Sim, disk: number): void {
  const { taker, failed } = about(sim, disk);
  const { monitor: monitors } = sim.world.server;
  if (failed || !monitor.takes(monitors[taker]!) || sim.world.disk.owner[disk] === taker) return;
  // A takeover that is undone needs it only to write out what was logged.
  if (monitor.undoing(monitors[taker]!) && !holdsWrites(sim, taker)) return;
  if (isInReach(sim, disk)) sim.signal('disk', disk, 'reserve');
  sim.later(sim.plan.settings.mailboxPoll, 'claim', disk);
}

export function release(sim: Sim, disk: number): void {
  const { taker, home } = about(sim, disk);
  if (monitor.releasing(sim.world.server.monitor[taker]!) && reaches(sim, taker, home))
    sim.signal('disk', disk, 'release');
}

/** The servers of a disk, and whether it answers anybody. */
function about(sim: Sim, disk: number): { taker: number; home: number; failed: boolean } {
  const w = sim.world;
  const home = w.disk.home[disk]!;
  return { home, taker: w.server.partner[home]!, failed: health.failed(w.disk.health[disk]!) };
}

/** A taker that fences and meets a disk it has no path to gives the takeover up. */
function isInReach(sim: Sim, disk: number): boolean {
  const { taker, home } = about(sim, disk);
  if (reaches(sim, taker, home)) return true;
  if (monitor.fencing(sim.world.server.monitor[taker]!)) {
    sim.cause = sim.tell('shelf.out-of-reach', taker, shelfOf(sim, home));
    sim.signal('failoverMonitor', taker, 'disks-refused');
  }
  return false;
}
