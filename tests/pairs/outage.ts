import { within } from '../../src/charts/index.ts';
import { inhibitionOf, whyNot } from '../../src/kernel/permissions.ts';
import { canWrite, reaches, shelfOf } from '../../src/kernel/shelves.ts';
import { life, monitor } from '../../src/kernel/states.ts';
import type { Sim } from '../../src/kernel/sim.ts';

/** Up, with light on a port, and with a path to the disks of `home`, which RAID can read. */
const able = (sim: Sim, server: number, home: number): boolean =>
  life.up(sim.world.server.life[server]!) &&
  canWrite(sim, server, home) &&
  sim.wiring.ports[server]!.some((port) => sim.world.port.light[port]);

/** A switch refuses the names of the home server to a slot that the partner keeps for them. */
const refused = (sim: Sim, partner: number): boolean =>
  sim.wiring.partnerSlots[partner]!.some((row) =>
    within('virtualPort', sim.world.vport.state[row]!, 'refused'),
  );

/** The partner has taken over, but every name of the home server is barred at it or has no light. */
const nameless = (sim: Sim, partner: number): boolean => {
  const { port, server, vport } = sim.world;
  // A barred slot asks again and again; meanwhile it is logging in.
  const barred = (row: number): boolean =>
    vport.refusals[row]! > 0 && !within('virtualPort', vport.state[row]!, 'active');
  return (
    monitor.inTakeover(server.monitor[partner]!) &&
    sim.wiring.partnerSlots[partner]!.every((row) => barred(row) || !port.light[vport.port[row]!])
  );
};

/**
 * Why nobody answers for the LUNs of `home`: because no server is left that may safely do so. Null
 * when one is.
 */
export function excuse(sim: Sim, home: number): string | null {
  const w = sim.world;
  const partner = w.server.partner[home]!;
  if (able(sim, home, home)) return null;
  if (!able(sim, partner, home)) return 'no server is up that reaches the disks';
  const asks = ['inhibited', 'deciding'].some((state) =>
    within('failoverMonitor', w.server.monitor[partner]!, state),
  );
  // A partner that hears it has no more to ask than what forbids any takeover.
  const forbidden = asks ? inhibitionOf(sim, partner) : whyNot(sim, partner);
  if (forbidden !== 'none' && (asks || !reaches(sim, home, home)))
    return `the partner may not take them over: ${forbidden}`;
  if (refused(sim, partner) && life.lit(w.server.life[home]!))
    return 'the home server still holds its names';
  if (nameless(sim, partner)) return 'no fabric takes the names at the partner';
  if (w.shelf.mailboxUnreadable[shelfOf(sim, home)] && life.waiting(w.server.life[home]!))
    return 'the home server cannot know whose its disks are';
  return null;
}
