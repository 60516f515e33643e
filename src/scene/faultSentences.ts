import type { Fact } from '../model/fact.ts';
import type { faultFacts } from '../model/facts/faults.ts';
import { alerts, givebackVetoes, inhibitions, takeoverAlerts } from '../model/schema.ts';
import type { World } from '../model/world.ts';
import { called } from './words.ts';

type Sentence = (w: World, f: Fact) => string;

const S = called.server;

const writes = (n: number): string =>
  n === 1 ? 'one acknowledged write' : `${n} acknowledged writes`;

/** What the faults of the catalogue say, beside the events that all procedures share. */
export const faultSentences: Readonly<Record<keyof typeof faultFacts, Sentence>> = {
  'server.slowed': (w, f) => `Server ${S(w, f.a)} serves on but finds no time for its heartbeats`,
  'server.relieved': (w, f) => `Server ${S(w, f.a)} has time for its heartbeats again`,
  'server.upgraded': (w, f) => `Server ${S(w, f.a)} now runs version ${f.b} of its software`,
  'alert.sent': (w, f) => `The service processor of ${S(w, f.a)} sends the alert ${alerts[f.d]}`,
  'alert.heard': (w, f) =>
    takeoverAlerts.includes(alerts[f.c]!)
      ? `${S(w, f.a)} is alerted that its partner is off (${alerts[f.c]})`
      : `${S(w, f.a)} is alerted (${alerts[f.c]}), which is no reason to take over`,
  'alert.ignored': (w, f) =>
    `The alert ${alerts[f.c]} reaches ${S(w, f.a)} too late to mean anything`,
  'interconnect.degraded': () =>
    'One of the two interconnect links goes down; the other carries all',
  'interconnect.mirror-broken': () =>
    'The interconnect carries no log records: writes are kept in one copy only',
  'mailbox.failed': (w, f) => `The mailbox of ${S(w, w.shelf.home[f.a]!)} cannot be read any more`,
  'mailbox.unreadable': (w, f) => `${S(w, f.a)} cannot read the mailbox of ${S(w, f.b)}`,
  'shelf.mended': (w, f) => `The shelf of ${S(w, w.shelf.home[f.a]!)} works again`,
  'shelf.cut-off': (w, f) =>
    `${S(w, f.b)} loses its path to the shelf of ${S(w, w.shelf.home[f.a]!)}`,
  'shelf.out-of-reach': (w, f) =>
    `${S(w, f.a)} does not see the shelf of ${S(w, w.shelf.home[f.b]!)}`,
  'partner.impaired': (w, f) =>
    `${S(w, f.a)} sees more disks of ${S(w, f.b)} than ${S(w, f.b)} itself and tells it to hand over`,
  'disk.failed': (w, f) => `${called.disk(w, f.a)} fails`,
  'disk.replaced': (w, f) => `${called.disk(w, f.a)} is replaced and filled from the others`,
  'disk.rebuilt': (w, f) => `${called.disk(w, f.a)} holds its share of the data again`,
  'disk.reserve-failed': (w, f) =>
    `${called.disk(w, f.a)} does not answer the reservation of ${S(w, f.b)}`,
  'disk.skipped': (w, f) => `${S(w, f.b)} goes on without ${called.disk(w, f.a)}: RAID allows it`,
  'log.copy-damaged': (w, f) =>
    `Records in the log copy of ${S(w, f.a)} go bad; nobody notices yet`,
  'log.replay-failed': (w, f) =>
    `${S(w, f.a)} cannot read its copy of the log of ${S(w, f.b)}, which ${S(w, f.b)} still has`,
  'takeover.failed': (w, f) =>
    `The takeover of ${S(w, f.b)} fails: ${S(w, f.a)} lets go of what it had taken`,
  'giveback.forced': (w, f) =>
    `${S(w, f.a)} is told to give back to ${S(w, f.b)} whatever may wait`,
  'giveback.vetoed': (w, f) =>
    `${S(w, f.a)} does not give back to ${S(w, f.b)}: ${givebackVetoes[f.c]}`,
  'takeover.disabled': (w, f) =>
    `An operator switches takeovers off: ${S(w, f.a)} and ${S(w, f.b)} no longer stand in for each other`,
  'takeover.enabled': (w, f) =>
    `An operator switches takeovers on: ${S(w, f.a)} and ${S(w, f.b)} stand in for each other again`,
  'takeover.forced': (w, f) =>
    `An operator forces ${S(w, f.a)} to take ${S(w, f.b)} over in spite of “${inhibitions[f.c]}”: ${
      f.d === 0 ? 'no acknowledged write' : writes(f.d)
    } would be lost`,
  'takeover.force-refused': (w, f) =>
    `No force makes ${S(w, f.a)} take ${S(w, f.b)} over: ${inhibitions[f.c]}`,
  'takeover.abandoned': (w, f) =>
    `${S(w, f.a)} failed while it was taking ${S(w, f.b)} over or soon after: it gives all back and does not try again by itself`,
  'giveback.counted': (w, f) => `${S(w, f.a)} gives back to ${S(w, f.b)} without being told`,
  'giveback.suspended': (w, f) =>
    `${S(w, f.b)} failed again after ${f.c} automatic givebacks: ${S(w, f.a)} now waits for a command`,
  'giveback.partial': (w, f) =>
    `The giveback to ${S(w, f.b)} stopped half-way: ${f.c} disks are home, ${S(w, f.a)} still holds ${f.d}`,
  'writes.lost': (w, f) =>
    `Data loss: ${writes(f.c)} of ${S(w, f.b)} ${f.c === 1 ? 'is' : 'are'} gone, as the operator was warned`,
};
