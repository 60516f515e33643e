import { detail, event } from '../fact.ts';
import { address, count, flag, free, name, reference } from '../table.ts';
import type { World } from '../world.ts';
import { zonesOf } from '../zoning.ts';
import { sent } from './messages.ts';
import { countFailure, refresh } from './portHealth.ts';

const port = reference('port', 'The physical port');
const vport = reference('vport', 'The virtual port');
const message = reference('message', 'The message');
const travel = count('How long it travels', { unit: 'µs' });

function setLight(w: World, cable: number, light: number): void {
  const port = w.cable.port[cable]!;
  const hostPort = w.cable.hostPort[cable]!;
  if (port) w.port.light[port] = light;
  if (hostPort) w.hostPort.light[hostPort] = light;
}

/** Cables, light, physical ports, the virtual port database, logins and name servers. */
export const portFacts = {
  'cable.cut': event([reference('cable', 'The cable')], (w, at, a) => {
    w.cable.cut[a] = 1;
    w.cable.since[a] = at;
  }),
  'cable.mended': event([reference('cable', 'The cable')], (w, at, a) => {
    w.cable.cut[a] = 0;
    w.cable.since[a] = at;
  }),
  'port.broken': event([port], (w, _at, a) => {
    w.port.broken[a] = 1;
  }),
  'port.repaired': event([port], (w, _at, a) => {
    w.port.broken[a] = 0;
    w.port.maintenance[a] = 0;
    w.port.flapping[a] = 0;
    w.port.failures[a] = 0;
    w.port.blink[a] = 0;
    refresh(w, a);
  }),
  'port.maintenance-started': event([port], (w, _at, a) => {
    w.port.maintenance[a] = 1;
  }),
  'link.down': event([reference('cable', 'The cable')], (w, _at, a) => setLight(w, a, 0)),
  'link.up': event([reference('cable', 'The cable')], (w, _at, a) => setLight(w, a, 1)),
  'port.failure-detected': event([port], (w, at, a) => countFailure(w, at, a)),
  'port.no-sibling': event([port]),
  'port.partner-asked': event([
    port,
    reference('port', 'The port of the partner'),
    flag('To carry its name; else to let go of it'),
  ]),
  'port.moved': event(
    [port, reference('port', 'The sibling that carries its name now')],
    (w, at, a) => {
      // A port that was dark when its server started has failed unseen.
      if (!w.port.failures[a] && !w.port.maintenance[a]) countFailure(w, at, a);
    },
  ),
  'port.recovered': event([port]),
  // Going dark while it was to prove that it stays lit counts like any other failure.
  'port.unsteady': event([port], (w, at, a) => countFailure(w, at, a)),
  'port.returned': event([port], (w, _at, a) => {
    // A port that flapped was held back long enough to begin anew.
    if (w.port.failures[a]! >= w.plan.settings.flapsAllowed) w.port.failures[a] = 0;
  }),
  'vport.initialized': event([vport, reference('vport', 'The primary whose names it is for')]),
  'vport.names-written': event([vport, name('Node name'), name('Port name')], (w, at, a, b, c) => {
    w.vport.nodeName[a] = b;
    w.vport.portName[a] = c;
    w.vport.writtenAt[a] = at;
  }),
  'vport.enabled': event([vport], (w, _at, a) => {
    w.vport.enabled[a] = 1;
    w.vport.generation[a] = w.vport.generation[a]! + 1;
  }),
  'vport.online': event([vport, address('The address it was given')], (w, _at, a, b) => {
    w.vport.address[a] = b;
    w.vport.refusals[a] = 0;
  }),
  'vport.refused': event([vport], (w, _at, a) => {
    w.vport.refusals[a] = w.vport.refusals[a]! + 1;
  }),
  'vport.link-down': detail([vport], (w, _at, a) => {
    w.vport.address[a] = 0;
  }),
  'vport.quiesced': event([vport]),
  'vport.drained': event([vport]),
  'vport.disabled': event([vport], (w, _at, a) => {
    w.vport.enabled[a] = 0;
    w.vport.address[a] = 0;
    w.vport.refusals[a] = 0;
    if (w.vport.home[a] !== a) {
      w.vport.nodeName[a] = 0;
      w.vport.portName[a] = 0;
      w.vport.writtenAt[a] = 0;
    }
  }),
  'fabric.flogi-sent': detail([vport, message, travel], (w, at, a, b, c) => {
    sent(w, at, 3, a, w.port.fabric[w.vport.port[a]!]!, b, c);
  }),
  'fabric.fdisc-sent': event([vport, message, travel], (w, at, a, b, c) => {
    sent(w, at, 4, a, w.port.fabric[w.vport.port[a]!]!, b, c);
  }),
  'fabric.logo-sent': event([vport, message, travel], (w, at, a, b, c) => {
    sent(w, at, 5, a, w.port.fabric[w.vport.port[a]!]!, b, c);
  }),
  'fabric.frame-received': detail([message, reference('fabric', 'The fabric')], (w, _at, a) => {
    free(w.message, a);
  }),
  'fabric.login-accepted': event(
    [vport, reference('login', 'The login'), address('The address granted')],
    (w, at, a, b, c) => {
      const port = w.vport.port[a]!;
      w.login.fabric[b] = w.port.fabric[port]!;
      w.login.switchPort[b] = w.cable.switchPort[w.port.cable[port]!]!;
      w.login.address[b] = c;
      w.login.portName[b] = w.vport.portName[a]!;
      w.login.nodeName[b] = w.vport.nodeName[a]!;
      w.login.vport[b] = a;
      w.login.at[b] = at;
    },
  ),
  'fabric.login-rejected': event([
    vport,
    reference('login', 'The login that already has the name; 0 when the switch port is full'),
  ]),
  'fabric.host-login-accepted': detail(
    [
      reference('hostPort', 'The host port'),
      reference('login', 'The login'),
      address('The address granted'),
    ],
    (w, at, a, b, c) => {
      w.login.fabric[b] = w.hostPort.fabric[a]!;
      w.login.switchPort[b] = w.cable.switchPort[w.hostPort.cable[a]!]!;
      w.login.address[b] = c;
      w.login.portName[b] = w.hostPort.portName[a]!;
      w.login.nodeName[b] = w.hostPort.nodeName[a]!;
      w.login.at[b] = at;
    },
  ),
  'fabric.logged-out': event([vport, reference('login', 'The login')], (w, _at, _a, b) =>
    free(w.login, b),
  ),
  'fabric.implicit-logout': event(
    [reference('switchPort', 'The switch port that lost light'), reference('login', 'The login')],
    (w, _at, _a, b) => free(w.login, b),
  ),
  'name-server.registered': event(
    [reference('login', 'The login that registers'), reference('nameEntry', 'The entry')],
    (w, at, a, b) => {
      w.nameEntry.fabric[b] = w.login.fabric[a]!;
      w.nameEntry.portName[b] = w.login.portName[a]!;
      w.nameEntry.nodeName[b] = w.login.nodeName[a]!;
      w.nameEntry.address[b] = w.login.address[a]!;
      w.nameEntry.at[b] = at;
      markChanged(w, w.login.fabric[a]!, w.login.portName[a]!);
    },
  ),
  'name-server.removed': event(
    [reference('nameEntry', 'The entry'), name('The port name')],
    (w, _at, a) => {
      markChanged(w, w.nameEntry.fabric[a]!, w.nameEntry.portName[a]!);
      free(w.nameEntry, a);
    },
  ),
};

/** Whoever may see the name is owed a notification. */
function markChanged(w: World, fabric: number, portName: number): void {
  for (const zone of zonesOf(w, 'target', portName)) {
    if (w.zone.fabric[zone] === fabric) w.zone.changed[zone] = 1;
  }
}
