import { commands } from '../commands/index.ts';
import type { Fact } from '../model/fact.ts';
import { kindNames } from '../model/kinds.ts';
import type { KindName } from '../model/kinds.ts';
import { schema } from '../model/schema.ts';
import { senseOf } from '../model/sense.ts';
import { inhibitions, takeoverCauses } from '../model/wordLists.ts';
import type { TableName } from '../model/schema.ts';
import { lodgesNames, movesNames } from '../model/moves.ts';
import type { World } from '../model/world.ts';
import { breachText } from './breaches.ts';
import { fabricSentences } from './fabricSentences.ts';
import { faultSentences } from './faultSentences.ts';
import { stateWords } from './stateWords.ts';
import { called } from './words.ts';

const tableNames = Object.keys(schema) as readonly TableName[];

type Sentence = (w: World, f: Fact) => string;

const S = called.server;

const chart =
  (
    what: string,
    name: (w: World, row: number) => string,
    of: Parameters<typeof stateWords>[0],
  ): Sentence =>
  (w, f) =>
    `${what} of ${name(w, f.a)} enters “${stateWords(of, f.b)}”`;

/** What each kind of fact says. Every kind has its own sentence; a missing one does not compile. */
export const sentences: Readonly<Record<KindName, Sentence>> = {
  ...faultSentences,
  'command.given': (w, f) => {
    const id = w.plan.ids[tableNames[f.b]!]?.[f.c] ?? '?';
    return `You chose “${commands[f.a]!.label}” for ${id}`;
  },
  'program.loaded': (_w, f) => `A stored program is loaded, checksum ${(f.a >>> 0).toString(16)}`,
  'server.power-lost': (w, f) => `Server ${S(w, f.a)} loses power`,
  'server.panicked': (w, f) => `Server ${S(w, f.a)} panics`,
  'server.hung': (w, f) => `Server ${S(w, f.a)} hangs`,
  'server.reset': (w, f) => `${S(w, f.b)} resets ${S(w, f.a)} through its service processor`,
  'server.halted': (w, f) =>
    `${S(w, f.a)} meets a reservation on ${called.disk(w, f.b)} and halts itself`,
  'server.stood-down': (w, f) =>
    `${S(w, f.a)} cannot mirror a write, reads that ${S(w, f.b)} takes it over, and halts itself`,
  'server.paused': (w, f) => `Server ${S(w, f.a)} stands still in the middle of its work`,
  'server.resumed': (w, f) =>
    `Server ${S(w, f.a)} goes on where it stood and knows nothing of the time between`,
  'server.shut-down': (w, f) => `${S(w, f.a)} has shut down in order`,
  'server.went-dark': (w, f) => `The ports of ${S(w, f.a)} go dark and its slots are empty`,
  'server.boot-started': (w, f) => `Server ${S(w, f.a)} is repaired and starts`,
  'server.waits-for-giveback': (w, f) =>
    `${S(w, f.a)} is up again and waits: ${S(w, f.b)} holds its disks and names`,
  'server.up': (w, f) => `Server ${S(w, f.a)} serves its own disks under its own names`,
  'heartbeat.sent': (w, f) => `${S(w, f.a)} sends a heartbeat`,
  'heartbeat.heard': (w, f) => `${S(w, f.a)} hears its partner`,
  'heartbeat.lost': (w, f) => `A heartbeat of ${S(w, f.a)} is lost`,
  'heartbeat.missed': (w, f) => `${S(w, f.a)} misses heartbeat ${f.c} of ${S(w, f.b)}`,
  'panic-packet.sent': (w, f) => `${S(w, f.a)} sends a last packet: it panics`,
  'panic-packet.heard': (w, f) =>
    `${S(w, f.a)} hears that its partner panics and need not wait for silence`,
  'panic-packet.lost': () => 'A panic packet finds nobody who listens',
  'mailbox.stamped': (w, f) => `${S(w, f.a)} stamps the mailbox`,
  'mailbox.intent-written': (w, f) =>
    `${S(w, f.a)} writes into the mailbox that it takes ${S(w, f.b)} over`,
  'mailbox.intent-cleared': (w, f) => `${S(w, f.a)} clears its intent from the mailbox`,
  'mailbox.read': (w, f) => `${S(w, f.a)} reads the mailbox`,
  'mirror.lost': (w, f) => `Writes to ${S(w, f.a)} are no longer mirrored in its partner’s log`,
  'mirror.synchronized': (w, f) => `The log of ${S(w, f.a)} and its copy are in step`,
  'log.flushed': (w, f) => `${S(w, f.a)} writes its log to the disks of ${S(w, f.b)}`,
  'log.discarded': (w, f) => `${S(w, f.a)} discards its old log: its partner has replayed it`,
  'log.replay-started': (w, f) => `${S(w, f.a)} replays the log of ${S(w, f.b)}`,
  'log.replayed': (w, f) => `The log of ${S(w, f.b)} is on disk: no acknowledged write is lost`,
  'interconnect.cut': () => 'The interconnect is cut: neither server hears the other',
  'interconnect.mended': () => 'The interconnect is whole again',
  'partner.suspected': (w, f) => `${S(w, f.a)} suspects ${S(w, f.b)}: a heartbeat is missing`,
  'partner.heard-again': (w, f) => `${S(w, f.a)} hears ${S(w, f.b)} again`,
  'partner.declared-failed': (w, f) =>
    `${S(w, f.a)} declares ${S(w, f.b)} failed: ${takeoverCauses[f.c]}`,
  'takeover.ordered': (w, f) => `${S(w, f.a)} is told to take ${S(w, f.b)} over`,
  'takeover.cancelled': (w, f) => `${S(w, f.b)} lives: ${S(w, f.a)} calls its takeover off`,
  'takeover.inhibited': (w, f) =>
    `${S(w, f.a)} may not take ${S(w, f.b)} over: ${inhibitions[f.c]}`,
  'takeover.started': (w, f) => `${S(w, f.a)} starts to take ${S(w, f.b)} over`,
  'takeover.resumed': (w, f) =>
    `${S(w, f.a)} is back, still holds disks of ${S(w, f.b)}, and goes on`,
  'takeover.completed': (w, f) =>
    movesNames(w.plan.settings)
      ? `${S(w, f.a)} has taken over: it answers as itself and as ${S(w, f.b)}`
      : `${S(w, f.a)} has taken over: it serves the LUNs of ${S(w, f.b)} under its own names`,
  'giveback.ordered': (w, f) => `${S(w, f.a)} is told to give back to ${S(w, f.b)}`,
  'giveback.started': (w, f) => `${S(w, f.a)} begins to give back to ${S(w, f.b)}`,
  'giveback.broken-off': (w, f) =>
    `${S(w, f.b)} failed again: ${S(w, f.a)} keeps its disks and names`,
  'giveback.completed': (w, f) => `Everything is home: ${S(w, f.a)} answers only as itself`,
  'partner.waits': (w, f) => `${S(w, f.a)} hears that ${S(w, f.b)} waits for giveback`,
  'cable.cut': (w, f) => `Somebody cuts ${called.cable(w, f.a)}`,
  'cable.mended': (w, f) => `Somebody mends ${called.cable(w, f.a)}`,
  'port.broken': (w, f) => `The hardware of ${called.port(w, f.a)} dies`,
  'port.repaired': (w, f) => `${called.port(w, f.a)} is repaired`,
  'port.maintenance-started': (w, f) => `${called.port(w, f.a)} is taken out for maintenance`,
  'link.down': (w, f) => `Light is gone on ${called.cable(w, f.a)}`,
  'link.up': (w, f) => `Light is back on ${called.cable(w, f.a)}`,
  'port.failure-detected': (w, f) =>
    `${S(w, w.port.server[f.a]!)} notices that port ${w.port.number[f.a]} has failed`,
  'port.no-sibling': (w, f) =>
    `${called.port(w, f.a)} has ${lodgesNames(w.plan.settings) ? 'nobody to carry its name' : 'no sibling in its fabric'}: its name stays away, other paths carry on`,
  'port.partner-asked': (w, f) =>
    `${S(w, w.port.server[f.b]!)} is asked to ${f.c ? 'carry' : 'let go of'} the name of ${called.port(w, f.a)}`,
  'port.moved': (w, f) =>
    w.port.server[f.a] === w.port.server[f.b]
      ? `The name of ${called.port(w, f.a)} answers from port ${w.port.number[f.b]}`
      : `The name of ${called.port(w, f.a)} answers from ${called.port(w, f.b)}, which hands requests on`,
  'port.unsteady': (w, f) => `${called.port(w, f.a)} does not stay well, which counts as a failure`,
  'port.recovered': (w, f) => `${called.port(w, f.a)} is well again; will it stay?`,
  'port.returned': (w, f) => `The name of ${called.port(w, f.a)} is home`,
  'vport.initialized': (w, f) =>
    `Slot ${called.slot(w, f.a)} is activated for ${called.name(w, f.a)}`,
  'vport.names-written': (w, f) =>
    `Node name and port name of ${called.name(w, f.a)} stand in slot ${called.slot(w, f.a)}`,
  'vport.enabled': (w, f) => `Slot ${called.slot(w, f.a)} is enabled`,
  'vport.online': (w, f) =>
    `${w.vport.slot[f.a] === 0 ? `${called.slot(w, f.a)}` : called.name(w, f.a)} is logged in at ${called.slot(w, f.a)}, address ${called.address(f.b)}`,
  'vport.refused': (w, f) => `Slot ${called.slot(w, f.a)} is refused and asks again later`,
  'vport.link-down': (w, f) => `Slot ${called.slot(w, f.a)} is enabled but sees no light`,
  'vport.quiesced': (w, f) => `Slot ${called.slot(w, f.a)} takes no new requests`,
  'vport.drained': (w, f) => `Slot ${called.slot(w, f.a)} has answered all its requests`,
  'vport.disabled': (w, f) => `Slot ${called.slot(w, f.a)} is disabled and stands by`,
  'fabric.flogi-sent': (w, f) =>
    `${called.slot(w, f.a)} asks its fabric for an address${w.vport.slot[f.a] ? ` as ${called.name(w, f.a)}` : ''} (FLOGI)`,
  'fabric.fdisc-sent': (w, f) =>
    `${called.slot(w, f.a)} asks to log in as ${called.name(w, f.a)} (FDISC)`,
  'fabric.logo-sent': (w, f) => `${called.slot(w, f.a)} logs ${called.name(w, f.a)} out (LOGO)`,
  'fabric.frame-received': (w, f) => `${called.fabric(w, f.b)} receives a login frame`,
  'fabric.login-accepted': (w, f) =>
    `The fabric accepts ${called.slot(w, f.a)} and gives address ${called.address(f.c)}`,
  'fabric.login-rejected': (w, f) =>
    `The fabric rejects ${called.slot(w, f.a)}: ${f.b ? `${called.name(w, f.a)} is logged in elsewhere` : 'its switch port is full'}`,
  'fabric.host-login-accepted': (w, f) => `${called.hostPort(w, f.a)} logs in to its fabric again`,
  'fabric.logged-out': (w, f) => `The fabric ends the login of ${called.slot(w, f.a)}`,
  'fabric.implicit-logout': (w, f) =>
    `${called.fabric(w, w.switchPort.fabric[f.a]!)} drops what was logged in behind a dark switch port`,
  'name-server.registered': (w, f) =>
    `The name server of ${called.fabric(w, w.nameEntry.fabric[f.b]!)} lists ${called.portName(w, w.nameEntry.portName[f.b]!)}`,
  'name-server.removed': (w, f) =>
    `${called.portName(w, f.b)} is nowhere: its name server entry is gone`,
  'rscn.sent': (w, f) =>
    `${called.fabric(w, f.a)} notifies ${called.hostPort(w, f.b)} of changes (RSCN)`,
  'rscn.received': (w, f) => `${called.hostPort(w, f.a)} learns that something changed`,
  'rscn.lost': (w, f) => `A notification does not reach ${called.hostPort(w, f.a)}`,
  'host-port.dark': (w, f) => `${called.hostPort(w, f.a)} is dark: all its paths are blocked`,
  'host-port.online': (w, f) => `${called.hostPort(w, f.a)} is online`,
  'name-server.queried': (w, f) =>
    `${called.host(w, w.path.host[f.a]!)} asks where ${called.name(w, w.path.home[f.a]!)} lives now`,
  'name-server.answered': (w, f) =>
    f.c === 0
      ? `The name server answers ${called.host(w, w.path.host[f.a]!)}: ${called.name(w, w.path.home[f.a]!)} is nowhere`
      : `The name server answers ${called.host(w, w.path.host[f.a]!)}: ${called.name(w, w.path.home[f.a]!)} is at ${called.address(f.c)}`,
  'path.plogi-sent': (w, f) =>
    `${called.host(w, w.path.host[f.a]!)} logs in to ${called.name(w, w.path.home[f.a]!)} (PLOGI)`,
  'path.plogi-answered': (w, f) =>
    `${called.name(w, w.path.home[f.a]!)} ${f.c ? 'accepts' : 'refuses'} the login of ${called.host(w, w.path.host[f.a]!)}`,
  'path.prli-sent': (w, f) =>
    `${called.host(w, w.path.host[f.a]!)} opens a SCSI session with ${called.name(w, w.path.home[f.a]!)} (PRLI)`,
  'path.prli-answered': (w, f) =>
    `${called.name(w, w.path.home[f.a]!)} ${f.c ? 'accepts' : 'refuses'} the session of ${called.host(w, w.path.host[f.a]!)}`,
  'path.frame-lost': (w, f) => `Nobody answers on ${called.path(w, f.a)}`,
  'path.bound': (w, f) =>
    `${called.path(w, f.a)} now leads ${f.b ? `to address ${called.address(f.b)}` : 'nowhere'}`,
  'path.online': (w, f) => `${called.path(w, f.a)} is open`,
  'path.blocked': (w, f) => `${called.path(w, f.a)} is blocked: its requests wait`,
  'path.failed': (w, f) => `${called.path(w, f.a)} is given up: its requests go elsewhere or wait`,
  'path.lost': (w, f) => `${called.path(w, f.a)} is removed`,
  'path.reinstated': (w, f) => `The path checker reinstates ${called.path(w, f.a)}`,
  'workload.started': (w, f) => `The workload of ${called.host(w, f.a)} runs`,
  'workload.stopped': (w, f) => `The workload of ${called.host(w, f.a)} stops`,
  'io.submitted': (w, f) =>
    `An application submits a ${f.d < 0 ? 'write' : 'read'} for ${called.path(w, f.b)}`,
  'io.sent': (_w, f) => `Request ${f.a} leaves its host`,
  'io.arrived': (w, f) => `Request ${f.a} reaches ${called.name(w, f.b)} at ${called.slot(w, f.b)}`,
  'io.forwarded': (w, f) =>
    `Request ${f.a} reaches ${called.slot(w, f.b)}, which hands it on over the interconnect`,
  'io.held': (w, f) => `Request ${f.a} is stuck in a hung server at ${called.slot(w, f.b)}`,
  'io.served': (w, f) => `${S(w, f.b)} serves request ${f.a}`,
  'io.refused': (w, f) => `${called.slot(w, f.b)} answers request ${f.a} with ${senseOf(f.c)}`,
  'io.acknowledged': (w, f) => `Request ${f.a} for ${called.lun(w, f.b)} is answered`,
  'io.lost': (_w, f) => `Request ${f.a} is lost`,
  'io.requeued': (w, f) => `Request ${f.a} waits again for ${called.path(w, f.b)}`,
  'io.timed-out': (w, f) => `Nobody answered request ${f.a} in time on ${called.path(w, f.b)}`,
  'io.failed': (w, f) => `A request for ${called.lun(w, f.b)} fails to the application`,
  'disk.reserving': (w, f) => `${S(w, f.b)} sends a reservation to ${called.disk(w, f.a)}`,
  'disk.reserved': (w, f) =>
    `${called.disk(w, f.a)} is reserved by ${S(w, f.b)}: nobody else may write`,
  'disk.owner-changed': (w, f) =>
    `${called.disk(w, f.a)} changes owner from ${S(w, f.b)} to ${S(w, f.c)}`,
  'disk.released': (w, f) => `${S(w, f.b)} releases ${called.disk(w, f.a)}`,
  'disk.owner-learned': (w, f) =>
    `${S(w, f.b)} learns that ${S(w, f.c)} owns ${called.disk(w, f.a)}`,
  'reservation.conflict': (w, f) =>
    `${S(w, f.b)} reaches for ${called.disk(w, f.a)} and meets a reservation conflict`,
  'luns.online': (w, f) => `The LUNs of ${S(w, f.b)} are online at ${S(w, f.a)}`,
  'invariant.broken': (w, f) => breachText(w, f.a, f.b, f.c),
  'server.state': chart('The life', S, 'server'),
  'monitor.state': chart('The failover monitor', S, 'failoverMonitor'),
  'watch.state': chart('The heartbeat watch', S, 'partnerWatch'),
  'pulse.state': chart('The pulse', S, 'pulse'),
  'port.state': chart('The port monitor', called.port, 'physicalPort'),
  'vport.state': chart('Virtual port', called.slot, 'virtualPort'),
  'disk.state': chart('Ownership', called.disk, 'disk'),
  'disk-health.state': chart('The health', called.disk, 'diskHealth'),
  'path.state': chart('The chart', called.path, 'hostPath'),
  'fabric.state': chart('The notifier', called.fabric, 'fabricNotice'),
  'switch-port.state': (_w, f) => `Switch port ${f.a} enters “${stateWords('switchPort', f.b)}”`,
  'host-port.state': chart('The adapter', called.hostPort, 'hostPort'),
  ...fabricSentences,
};

/** One sentence for a fact. */
export const sentenceOf = (w: World, fact: Fact): string =>
  sentences[kindNames[fact.kind]!](w, fact);
