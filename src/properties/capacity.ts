import { addressOf } from '../model/address.ts';
import type { World } from '../model/world.ts';
import { atEachLogin } from './logins.ts';
import type { Property, Witness } from './property.ts';

/** More logins stand behind a switch port than it carries. */
function tooManyLogins(w: World, login: number): Witness {
  const switchPort = w.login.switchPort[login]!;
  if (w.login.fabric[login] === 0) return null;
  let logins = 0;
  for (let row = 1; row < w.login.rows; row++) {
    if (w.login.fabric[row] !== 0 && w.login.switchPort[row] === switchPort) logins++;
  }
  return logins > w.plan.settings.loginLimit ? [switchPort, login] : null;
}

/** An entry of the name server to which no login belongs. */
function withoutLogin(w: World, entry: number): Witness {
  if (w.nameEntry.fabric[entry] === 0) return null;
  for (let login = 1; login < w.login.rows; login++) {
    const same =
      w.login.fabric[login] === w.nameEntry.fabric[entry] &&
      w.login.portName[login] === w.nameEntry.portName[entry] &&
      w.login.address[login] === w.nameEntry.address[entry];
    if (same) return null;
  }
  return [entry];
}

/** A switch port from which a login went still has an entry in the name server. */
function staleBehind(w: World, switchPort: number): Witness {
  const fabric = w.switchPort.fabric[switchPort]!;
  const number = w.switchPort.number[switchPort]!;
  const area = addressOf(w.fabric.domain[fabric]!, w.fabric.rows - 1, number, 0) >> 8;
  for (let entry = 1; entry < w.nameEntry.rows; entry++) {
    if (w.nameEntry.address[entry]! >> 8 !== area) continue;
    const witness = withoutLogin(w, entry);
    if (witness !== null) return witness;
  }
  return null;
}

const switchPortOf = (w: World, slot: number): number =>
  w.cable.switchPort[w.port.cable[w.vport.port[slot]!]!]!;

export const capacityProperties: readonly Property[] = [
  {
    id: 'S15',
    group: null,
    sentence: 'No switch port carries more logins than it may.',
    source: 'Brocade: at most 255 virtual ports behind one port; QLogic multi-ID tables',
    witnesses: ['switchPort', 'login'],
    on: atEachLogin(tooManyLogins),
  },
  {
    id: 'S16',
    group: null,
    sentence: 'Whoever stands in a name server is logged in under that name and address.',
    source: 'FC-GS; NX-OS: FLOGI quiesce time-out',
    witnesses: ['nameEntry'],
    on: {
      'fabric.logged-out': (w, slot) => staleBehind(w, switchPortOf(w, slot)),
      'fabric.implicit-logout': (w, switchPort) => staleBehind(w, switchPort),
      'name-server.registered': (w, _login, entry) => withoutLogin(w, entry),
    },
  },
];
