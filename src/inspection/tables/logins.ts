import type { Thing } from '../../model/plan.ts';
import type { World } from '../../model/world.ts';
import { stateWords } from '../../scene/stateWords.ts';
import { addressText, dash, fullName, hostPortText, moment, slotText } from '../cells.ts';
import { ofTables, rowOf } from '../page.ts';
import type { InspectionTable } from '../page.ts';
import { hostPortsByName, isSlotOf, slotsByAddress } from '../whose.ts';

/** Hosts that have logged in at the virtual ports of a server, of a port, or of a fabric. */
export const hostsLoggedIn: InspectionTable = {
  id: 'hosts-logged-in',
  title: 'Hosts logged in',
  isFor: ofTables('server', 'port', 'vport', 'fabric'),
  columns: ['Host port', 'Its port name', 'At', 'Address', 'State'],
  rows: (w, thing) => {
    const slots = slotsByAddress(w);
    const found = [];
    for (let path = 1; path < w.path.rows; path++) {
      const slot = slots.get(w.path.address[path]!) ?? 0;
      const port = w.path.hostPort[path]!;
      if (!slot) continue;
      const isHere =
        thing.table === 'fabric' ? w.hostPort.fabric[port] === thing.row : isSlotOf(w, thing, slot);
      if (!isHere) continue;
      found.push(
        rowOf(
          'path',
          path,
          hostPortText(w, port),
          fullName(w, w.hostPort.portName[port]!),
          slotText(w, slot),
          addressText(w.path.address[path]!),
          stateWords('hostPath', w.path.state[path]!),
        ),
      );
    }
    return found;
  },
  none: 'No host is logged in here.',
};

function isLoginOf(w: World, thing: Thing, login: number, hostPort: number): boolean {
  const { table, row } = thing;
  if (table === 'fabric') return w.login.fabric[login] === row;
  if (table === 'switchPort') return w.login.switchPort[login] === row;
  if (table === 'hostPort') return hostPort === row;
  if (table === 'host') return hostPort !== 0 && w.hostPort.host[hostPort] === row;
  const slot = w.login.vport[login]!;
  return slot !== 0 && isSlotOf(w, thing, slot);
}

/** What a fabric has granted: addresses behind its switch ports, FLOGI and FDISC. */
export const fabricLogins: InspectionTable = {
  id: 'fabric-logins',
  title: 'Fabric logins',
  isFor: ofTables('fabric', 'switchPort', 'server', 'port', 'vport', 'host', 'hostPort'),
  columns: ['Who', 'Port name', 'Address', 'Switch port', 'Granted'],
  rows: (w, thing) => {
    const hostPorts = hostPortsByName(w);
    const found = [];
    for (let login = 1; login < w.login.rows; login++) {
      if (!w.login.fabric[login]) continue;
      const slot = w.login.vport[login]!;
      const host = slot ? 0 : (hostPorts.get(w.login.portName[login]!) ?? 0);
      if (!isLoginOf(w, thing, login, host)) continue;
      found.push(
        rowOf(
          'login',
          login,
          slot ? slotText(w, slot) : host ? hostPortText(w, host) : dash,
          fullName(w, w.login.portName[login]!),
          addressText(w.login.address[login]!),
          String(w.switchPort.number[w.login.switchPort[login]!]),
          moment(w.login.at[login]!),
        ),
      );
    }
    return found;
  },
  none: 'Nothing is logged in to the fabric here.',
};
