import { isWhole } from './shelves.ts';
import { diskState, health, monitor, slot } from './states.ts';
import type { Sim } from './sim.ts';

/**
 * Counts what the failover monitor of a server waits for, and tells its chart when all of it is
 * there: counters are columns, and reach the chart as signals.
 */
export function takeoverProgress(sim: Sim, server: number): void {
  const w = sim.world;
  const state = w.server.monitor[server]!;
  if (!monitor.holding(state)) return;
  const partner = w.server.partner[server]!;
  const slots = sim.wiring.partnerSlots[server]!;
  const disks = sim.wiring.disks[partner]!;
  const tell = (signal: string): void => sim.signal('failoverMonitor', server, signal);
  const all = (is: (configuration: number) => boolean): boolean =>
    slots.every((row) => is(w.vport.state[row]!));
  const none = (is: (configuration: number) => boolean): boolean =>
    !slots.some((row) => is(w.vport.state[row]!));

  if (monitor.fencing(state)) {
    // A disk that does not answer is skipped while RAID can do without it.
    const held = disks.every(
      (disk) =>
        health.failed(w.disk.health[disk]!) ||
        (diskState.held(w.disk.state[disk]!) && w.disk.owner[disk] === server),
    );
    if (!isWhole(sim, partner)) tell('disks-refused');
    else if (held) tell('disks-held');
  } else if (monitor.activating(state)) {
    if (none(slot.preparing)) tell('slots-active');
  } else if (monitor.writing(state)) {
    if (none(slot.unwritten)) tell('names-written');
  } else if (monitor.loggingIn(state)) {
    if (all(slot.settled)) tell('names-logged-in');
  } else if (monitor.quiescing(state)) {
    if (none(slot.busy)) tell('slots-drained');
  } else if (monitor.loggingOut(state)) {
    if (all(slot.standby)) tell('slots-out');
  } else if (monitor.releasing(state)) {
    if (disks.every((disk) => diskState.settled(w.disk.state[disk]!))) tell('disks-released');
  }
}
