import { entryOf, forgetName } from './logins.ts';
import { life } from './states.ts';
import type { Sim } from './sim.ts';

/** Whether a row logs in by FDISC: every name but the port’s own, unless each has a loop address. */
const byFdisc = (sim: Sim, slot: number): boolean =>
  sim.plan.settings.portTopology !== 'loop' && !sim.wiring.logsPortIn[slot];

/** Logins behind a switch port, without those of one virtual port. */
function loginsBehind(sim: Sim, switchPort: number, without: number): number {
  const { login } = sim.world;
  let count = 0;
  for (let row = 1; row < login.rows; row++) {
    if (login.switchPort[row] === switchPort && login.fabric[row] && login.vport[row] !== without)
      count++;
  }
  return count;
}

/** Whether the switch port has an address for this slot; if not, it says why. */
export function hasAddressFor(sim: Sim, slot: number, switchPort: number): boolean {
  const w = sim.world;
  const limit = sim.plan.settings.loginLimit;
  if (byFdisc(sim, slot) && w.switchPort.npivOff[switchPort]) {
    sim.cause = sim.tell('fabric.npiv-refused', slot, switchPort);
    return false;
  }
  if (sim.plan.settings.loginLimitEnforced && loginsBehind(sim, switchPort, slot) >= limit) {
    sim.cause = sim.tell('fabric.limit-reached', slot, switchPort, limit);
    return false;
  }
  return true;
}

/**
 * What the switch does about another login under the same name: the first keeps it, or the second
 * gets it. Brocade’s mixed policy lets the second win where the first logged in by FDISC.
 */
export function mayTakeName(sim: Sim, slot: number, holder: number): boolean {
  const w = sim.world;
  const { duplicateNames: policy, secondLogin } = sim.plan.settings;
  // Without the safeguard the fabric takes every login as it comes.
  if (secondLogin !== 'refused') return true;
  const second =
    policy === 'second-wins' ||
    policy === 'cisco-same-switch' ||
    (policy === 'mixed' && byFdisc(sim, w.login.vport[holder]!));
  if (!second) {
    sim.cause = sim.tell('fabric.login-rejected', slot, holder);
    return false;
  }
  const loser = w.login.vport[holder]!;
  const fabric = w.login.fabric[holder]!;
  const portName = w.login.portName[holder]!;
  const address = w.login.address[holder]!;
  sim.cause = sim.tell('fabric.evicted', slot, holder);
  forgetName(sim, fabric, portName, address);
  // A hung server does not take in that its login was ended.
  const port = w.vport.port[loser]!;
  const hears = w.port.light[port] === 1 && !life.hung(w.server.life[w.port.server[port]!]!);
  if (loser !== 0 && hears) sim.signal('virtualPort', loser, 'evicted');
  return true;
}

/** A switch that looks for duplicates in the name server rejects a name that is still listed there. */
export function isStillListed(sim: Sim, slot: number, fabric: number): boolean {
  const w = sim.world;
  if (sim.plan.settings.duplicateNames !== 'cisco-other-switch') return false;
  const entry = entryOf(sim, fabric, w.vport.portName[slot]!);
  if (entry === 0 || !w.nameEntry.stale[entry]) return false;
  sim.cause = sim.tell('fabric.name-still-listed', slot, entry);
  return true;
}
