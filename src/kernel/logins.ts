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
  forgetName(sim, fabric, portName, address);
}

/** The name server drops what ended with a login, at once or when it is told (FLOGI quiesce). */
export function forgetName(sim: Sim, fabric: number, portName: number, address: number): void {
  const entry = entryOf(sim, fabric, portName);
  if (entry === 0 || sim.world.nameEntry.address[entry] !== address) return;
  const quiesce = sim.plan.settings.logoutQuiesce;
  if (quiesce > 0) {
    sim.cause = sim.tell('name-server.stale', entry, portName);
    sim.later(quiesce, 'name server hears of a logout', entry, address);
    return;
  }
  removeEntry(sim, entry);
}

/** Takes an entry out of the name server and starts the notification. */
export function removeEntry(sim: Sim, entry: number): void {
  const { nameEntry } = sim.world;
  const fabric = nameEntry.fabric[entry]!;
  sim.cause = sim.tell('name-server.removed', entry, nameEntry.portName[entry]!);
  sim.signal('fabricNotice', fabric, 'changed');
}
