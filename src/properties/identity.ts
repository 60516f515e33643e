import { roles } from '../model/wordLists.ts';
import type { World } from '../model/world.ts';
import { atEachLogin } from './logins.ts';
import type { Property, Witness } from './property.ts';

const secondary = (role: number): boolean =>
  role === roles.indexOf('PARTNER_SECONDARY') || role === roles.indexOf('SIBLING_SECONDARY');

/** Two logins under one port name in one fabric. */
function twiceLoggedIn(w: World, login: number): Witness {
  if (w.login.fabric[login] === 0) return null;
  for (let other = 1; other < w.login.rows; other++) {
    if (
      other !== login &&
      w.login.fabric[other] === w.login.fabric[login] &&
      w.login.portName[other] === w.login.portName[login]
    ) {
      return [login, other];
    }
  }
  return null;
}

/** A written name differs from the primary it was taken from, or lies in another fabric. */
function copyDiffers(w: World, slot: number): Witness {
  const home = w.vport.home[slot]!;
  if (!secondary(w.vport.role[slot]!) || !w.vport.enabled[slot]) return null;
  const same =
    w.vport.nodeName[slot] === w.vport.nodeName[home] &&
    w.vport.portName[slot] === w.vport.portName[home] &&
    w.port.fabric[w.vport.port[slot]!] === w.port.fabric[w.vport.port[home]!];
  return same ? null : [slot, home];
}

/** An enabled secondary has its physical port to itself, or, on a port that only stood by, has not. */
function sharesNothing(w: World, slot: number): Witness {
  const alone = w.plan.settings.failoverMode === 'standby-port';
  if (!secondary(w.vport.role[slot]!) || !w.vport.enabled[slot]) return null;
  for (let other = 1; other < w.vport.rows; other++) {
    const sharing =
      other !== slot &&
      w.vport.port[other] === w.vport.port[slot] &&
      w.vport.role[other] !== roles.indexOf('BASE') &&
      w.vport.portName[other] !== 0;
    if (sharing) return alone ? [slot] : null;
  }
  return alone ? null : [slot];
}

/** A virtual port that is not enabled is logged in or takes requests. */
const standbyAccepts = (w: World, slot: number, request = 0): Witness =>
  slot !== 0 && !w.vport.enabled[slot] ? [slot, request] : null;

export const identityProperties: readonly Property[] = [
  {
    id: 'S1',
    group: 0,
    sentence: 'In each fabric a port name is logged in at most once.',
    source: 'Claims 1, 20, 26, 36',
    witnesses: ['login', 'login'],
    on: atEachLogin(twiceLoggedIn),
  },
  {
    id: 'S7',
    group: null,
    sentence:
      'An enabled secondary shares its physical port with another virtual port; a port that only stood by is its own.',
    source: 'Claims 1, 12, 18, 26, 31, 35, 36',
    witnesses: ['vport'],
    on: { 'vport.enabled': sharesNothing },
  },
  {
    id: 'S8',
    group: 1,
    sentence:
      'A secondary carries exactly the node and port name of its primary, in the same fabric.',
    source: 'Claims 4, 13, 19, 26, 36',
    witnesses: ['vport', 'vport'],
    on: { 'vport.enabled': copyDiffers, 'vport.names-written': copyDiffers },
  },
  {
    id: 'S9',
    group: 0,
    sentence: 'A slot that stands by accepts no login and serves no request.',
    source: 'Claim 20; US 9,262,285',
    witnesses: ['vport', 'request'],
    on: {
      'fabric.login-accepted': (w, slot) => standbyAccepts(w, slot),
      'io.arrived': (w, request, slot) => standbyAccepts(w, slot, request),
      'io.forwarded': (w, request, slot) => standbyAccepts(w, slot, request),
    },
  },
];
