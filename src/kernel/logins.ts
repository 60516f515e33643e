import type { Sim } from './sim.ts';

/** The login under this port name in a fabric; 0 when there is none. */
export const loginOf = (sim: Sim, fabric: number, portName: number): number =>
  sim.scribe.logins.find(fabric, portName);

/** The name server’s entry for this port name in a fabric; 0 when there is none. */
export const entryOf = (sim: Sim, fabric: number, portName: number): number =>
  sim.scribe.entries.find(fabric, portName);

/** Takes a login and its name server entry out of the fabric, and starts the notification. */
export function removeLogin(
  sim: Sim,
  login: number,
  fact: 'fabric.implicit-logout' | 'fabric.logged-out',
  by: number,
): void {
  const w = sim.world;
  const fabric = w.login.fabric[login]!;
  const portName = w.login.portName[login]!;
  const address = w.login.address[login]!;
  sim.cause = sim.tell(fact, by, login);
  const entry = entryOf(sim, fabric, portName);
  if (entry !== 0 && w.nameEntry.address[entry] === address) {
    const keptBack = sim.plan.settings.logoutQuiesce;
    if (keptBack > 0) {
      sim.later(keptBack, 'name server hears of a logout', entry, address);
      return;
    }
    sim.cause = sim.tell('name-server.removed', entry, portName);
    sim.signal('fabricNotice', fabric, 'changed');
  }
}
