import { within } from '../charts/index.ts';
import { givebackVetoes, inhibitions, takeoverCauses } from '../model/wordLists.ts';
import { movesNames } from '../model/moves.ts';
import type { World } from '../model/world.ts';
import type { Micros } from '../model/time.ts';
import { length } from '../model/time.ts';
import { fabricCaption, isRefused, missingNameCaption } from './fabricCaptions.ts';
import { calmSentence, numeral } from './calmCaption.ts';
import { carrierOf } from './look.ts';
import { protagonistOf } from './protagonist.ts';
import { called } from './words.ts';

/**
 * The one sentence above the stage: what is happening now, by the most important thing first.
 * Like the still part of the scene it depends on nothing that a routine fact writes.
 */
export function captionOf(w: World): string {
  const { row: acting } = protagonistOf(w);
  for (const server of [acting, w.server.partner[acting]!]) {
    const sentence = monitorCaption(w, server);
    if (sentence) return sentence;
  }
  for (let server = 1; server < w.server.rows; server++) {
    const sentence = lifeCaption(w, server);
    if (sentence) return sentence;
  }
  for (let port = 1; port < w.port.rows; port++) {
    const sentence = portCaption(w, port);
    if (sentence) return sentence;
  }
  const network = fabricCaption(w);
  if (network) return network;
  for (let link = 1; link < w.interconnect.rows; link++) {
    if (!w.interconnect.cut[link]) continue;
    if (w.interconnect.rows === 2)
      return 'The interconnect is cut. Both servers live, and both keep what is theirs.';
    const [a, b] = [w.interconnect.a[link]!, w.interconnect.b[link]!];
    return `${called.server(w, a)} and ${called.server(w, b)} do not hear each other. Both live, and both keep what is theirs.`;
  }
  for (let link = 1; link < w.interconnect.rows; link++) {
    if (w.interconnect.mirrorBroken[link])
      return 'Logs are no longer mirrored. If a server dies now, its partner may not take over.';
    if (w.interconnect.degraded[link])
      return 'One interconnect link is down. The other carries heartbeats and logs.';
  }
  for (let server = 1; server < w.server.rows; server++) {
    if (within('pulse', w.server.pulse[server]!, 'starved'))
      return `Server ${called.server(w, server)} still serves, but its partner hears no heartbeat.`;
    if (w.server.version[server] !== w.server.version[w.server.partner[server]!])
      return 'The servers run different versions. Until both agree, neither can take over.';
    if (w.server.takeoverDisabled[server])
      return 'Takeovers are switched off. If a server dies now, its names stay away.';
  }
  for (let shelf = 1; shelf < w.shelf.rows; shelf++) {
    const home = called.server(w, w.shelf.home[shelf]!);
    const partner = called.server(w, w.server.partner[w.shelf.home[shelf]!]!);
    if (w.shelf.homeCut[shelf])
      return `Server ${home} does not see its own shelf. ${partner} should take it over.`;
    if (w.shelf.partnerCut[shelf])
      return `${partner} does not see ${home}’s shelf. If ${home} dies now, nobody can help.`;
    if (w.shelf.mailboxUnreadable[shelf])
      return `The mailbox of ${home} is unreadable. ${partner} would not dare to take over.`;
  }
  for (let disk = 1; disk < w.disk.rows; disk++) {
    if (within('diskHealth', w.disk.health[disk]!, 'failed'))
      return `${called.disk(w, disk)} has failed. ${called.lun(w, w.disk.lun[disk]!)} lives on its other disks.`;
    if (within('diskHealth', w.disk.health[disk]!, 'rebuilding'))
      return `${called.disk(w, disk)} is new and is filled from the others.`;
  }
  return calmSentence(w);
}

function monitorCaption(w: World, server: number): string | null {
  const self = called.server(w, server);
  const partner = w.server.partner[server]!;
  const other = called.server(w, partner);
  const is = (path: string): boolean => within('failoverMonitor', w.server.monitor[server]!, path);
  if (is('suspect')) {
    const missed = w.server.misses[server]!;
    const limit = w.plan.settings.missesAllowed;
    const what = failureWords(w, partner, other);
    return missed + 1 >= limit
      ? `${what} ${self} waits for a ${ordinal(limit)} missed heartbeat.`
      : `${what} ${self} has missed ${missed === 1 ? 'one heartbeat' : `${numeral(missed).toLowerCase()} heartbeats`} and cannot know why.`;
  }
  if (is('deciding'))
    return `${self} reads the mailbox on disk before it believes that ${other} is dead.`;
  if (is('inhibited')) return inhibitedCaption(w, server, self, other);
  if (is('forcing'))
    return `${self} is forced to take ${other} over. What only ${other} had logged is lost.`;
  if (is('ordered') && takeoverCauses[w.server.takeoverCause[server]!] === 'no port left')
    return `${other} has no usable port left. It shuts down, so that ${self} can answer for it.`;
  if (is('ordered'))
    return `${other} shuts down in order, so that ${self} can take over without waiting.`;
  if (is('takingOver.fencing'))
    return `${self} reserves ${other}’s disks. From here ${other} cannot write, even if it wakes.`;
  if (is('takingOver.replaying'))
    return `${self} replays ${other}’s log. No acknowledged write is lost.`;
  if (is('takingOver.activating')) return `${self} activates the slots that stood by for ${other}.`;
  if (is('takingOver.writing')) return `${self} writes ${other}’s names into its own empty slots.`;
  if (is('takingOver.loggingIn') && isRefused(w, server))
    return `${other} hangs but is still logged in. ${self} may not use its names before it is gone.`;
  if (is('takingOver.loggingIn')) return `${self} logs in to the fabrics under ${other}’s names.`;
  if (is('undoing'))
    return `The takeover failed. ${self} lets go of ${other}’s disks rather than serve them half.`;
  if (is('inTakeover')) return takeoverCaption(w, server, self, other);
  if (is('givingBack.quiescing')) return `${self} takes no new requests for ${other}’s names.`;
  if (is('givingBack.loggingOut')) return `${self} lets go of ${other}’s names.`;
  if (is('givingBack.flushing'))
    return `${self} writes what it logged for ${other} to ${other}’s disks.`;
  if (is('givingBack.releasing')) return `${self} returns the disks. ${other} owns them again.`;
  if (is('givingBack.handedOver')) return `${other} takes its names back and logs in.`;
  return null;
}

/** Why a server does not take its partner over, and what follows for the partner’s LUNs. */
function inhibitedCaption(w: World, server: number, self: string, other: string): string {
  const why = inhibitions[w.server.inhibited[server]!];
  if (why === 'unsynchronized log')
    return `${self} may not take ${other} over: writes that only ${other} logged would be lost.`;
  if (why === 'partner is attempting takeover')
    return `${self} may not take ${other} over: ${other} is taking ${self} over.`;
  if (why === 'partner mailbox not readable')
    return `${self} cannot read the mailbox of ${other}, so it cannot know whether ${other} lives.`;
  if (why === 'disabled by operator')
    return `An operator switched takeovers off. Nobody answers for ${other}.`;
  if (why === 'software version mismatch')
    return `${self} runs another version than ${other} and cannot read its log.`;
  if (why === 'partner disks not visible')
    return `${self} does not see all disks of ${other}, so it cannot serve them.`;
  if (why === 'failed in its last takeover')
    return `${self} failed when it took ${other} over. It does not try again until ${other} is back.`;
  return `${self} does not hear ${other}, but ${other} still stamps the mailbox. Both keep what is theirs.`;
}

function takeoverCaption(w: World, server: number, self: string, other: string): string {
  const waiting = blockedHost(w, server);
  if (waiting !== null)
    return `The names are back in the fabric. ${called.host(w, waiting)} finds them at new addresses.`;
  const missing = missingNameCaption(w, server);
  if (missing) return missing;
  const partner = w.server.partner[server]!;
  if (within('server', w.server.life[partner]!, 'booting'))
    return `${other} starts again. ${self} goes on answering for it.`;
  if (within('failoverMonitor', w.server.monitor[server]!, 'inTakeover.waitingForOrder'))
    return `${other} failed after every giveback. ${self} keeps its names until it is told to give back.`;
  if (w.server.vetoed[server])
    return `${self} keeps ${other}’s disks for now: ${givebackVetoes[w.server.vetoed[server]!]}.`;
  if (w.server.sensesPartnerWaiting[server])
    return `${other} is up again and waits. ${self} still answers under its names.`;
  for (let lun = 1; lun < w.lun.rows; lun++) {
    if (w.lun.home[lun] !== partner) continue;
    if (!movesNames(w.plan.settings))
      return `${self} serves ${called.lun(w, lun)} under its own names. No name has moved.`;
    const name = nameOf(w, partner);
    return `${called.host(w, w.lun.host[lun]!)} still asks for ${name}. Server ${self} answers.`;
  }
  return `${self} answers as itself and as ${other}.`;
}

/** A host that has not yet reached the names that this server took over. */
function blockedHost(w: World, server: number): number | null {
  const partner = w.server.partner[server]!;
  for (let path = 1; path < w.path.rows; path++) {
    const home = w.port.server[w.vport.port[w.path.home[path]!]!]!;
    if (
      home === partner &&
      !within('hostPath', w.path.state[path]!, 'online') &&
      loggedIn(w, w.path.portName[path]!)
    ) {
      return w.path.host[path]!;
    }
  }
  return null;
}

function loggedIn(w: World, portName: number): boolean {
  for (let entry = 1; entry < w.login.rows; entry++)
    if (w.login.portName[entry] === portName) return true;
  return false;
}

function nameOf(w: World, server: number): string {
  for (let slot = 1; slot < w.vport.rows; slot++) {
    if (w.vport.slot[slot] === 1 && w.port.server[w.vport.port[slot]!] === server)
      return called.name(w, slot);
  }
  return called.server(w, server);
}

function failureWords(w: World, server: number, name: string): string {
  const is = (path: string): boolean => within('server', w.server.life[server]!, path);
  if (is('hung') || is('hungDead')) return `${name} has hung.`;
  if (is('paused')) return `${name} stands still.`;
  if (is('down')) return `${name} is down.`;
  return `${name} is silent.`;
}

function lifeCaption(w: World, server: number): string | null {
  const self = called.server(w, server);
  const is = (path: string): boolean => within('server', w.server.life[server]!, path);
  if (is('down')) return `Server ${self} is down. Its names have left the fabrics.`;
  if (is('hung'))
    return `Server ${self} hangs. Its ports still hold their logins, but nobody answers.`;
  if (is('paused'))
    return `Server ${self} stands still, its names still logged in. It may wake at any moment.`;
  if (is('hungDead')) return `Server ${self} hangs and its ports are dark.`;
  if (is('shuttingDown')) return `Server ${self} finishes its work and lets go of its names.`;
  if (is('booting')) return `Server ${self} starts again.`;
  if (is('looking')) return `Server ${self} looks who holds its disks.`;
  if (is('waitingForGiveback') || is('lookingAgain'))
    return `Server ${self} waits: its disks are still held by its partner.`;
  if (is('replayingOwnLog')) return `Nobody took ${self}’s disks. It replays its own log.`;
  if (is('recovering')) return `Server ${self} logs in again under its own names.`;
  return null;
}

function portCaption(w: World, port: number): string | null {
  const where = called.port(w, port);
  const primary = primaryOf(w, port);
  const name = called.name(w, primary);
  const is = (path: string): boolean => within('physicalPort', w.port.monitor[port]!, path);
  if (is('linkLost')) return `${where} sees no light. It may be a blink.`;
  if (is('withdrawing')) return `${name} leaves port ${w.port.number[port]} in order.`;
  if (is('movingName.writing')) return `${name} changes sockets. The disks never notice.`;
  if (is('movingName.loggingIn')) return `${name} logs in from the sibling port.`;
  if (is('movingName') || is('failed'))
    return `${where} has failed. A sibling slot is activated for ${name}.`;
  const partner = called.server(w, w.server.partner[w.port.server[port]!]!);
  if (is('lodging')) return `${where} has failed. ${partner} is asked to carry ${name}.`;
  if (is('recalling')) return `${partner} is asked to let go of ${name}.`;
  if (is('away') && w.port.server[w.vport.port[carrierOf(w, primary)]!] !== w.port.server[port])
    return `${name} answers from a port of ${partner}, which hands requests on. No disk has moved.`;
  if (is('away')) return `${name} answers from the sibling port. No disk has moved.`;
  if (is('settling')) return `${where} is well again. Its name waits a moment before it returns.`;
  if (is('returning')) return `${name} goes home to port ${w.port.number[port]}.`;
  if (is('heldDown'))
    return `${where} has light again, but it failed too often. It must hold its light first.`;
  if (is('stranded') && !w.port.light[port])
    return `${where} is dark and has no sibling in its fabric. Other paths carry on.`;
  return null;
}

function primaryOf(w: World, port: number): number {
  for (let slot = 1; slot < w.vport.rows; slot++) {
    if (w.vport.port[slot] === port && w.vport.slot[slot] === 1) return slot;
  }
  return 0;
}

const ordinals = [
  '',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];
const ordinal = (n: number): string => ordinals[n] ?? `${n}th`;

/** `3.7 s without service`. */
export const outageText = (from: Micros, to: Micros | null, at: Micros): string =>
  to !== null && to <= at
    ? `${length(to - from)} s without service`
    : `no service, ${length(at - from)} s so far`;
