import { detail, event } from '../fact.ts';
import {
  alerts,
  frames,
  givebackOrders,
  givebackVetoes,
  inhibitions,
  takeoverAlerts,
  takeoverCauses,
} from '../schema.ts';
import { count, free, reference, word } from '../table.ts';
import { eachBlockOf } from '../writes.ts';

const server = reference('server', 'The server');
const partner = reference('server', 'Its partner');
const interconnect = reference('interconnect', 'The link');
const shelf = reference('shelf', 'The shelf');
const disk = reference('disk', 'The disk');
const message = reference('message', 'The message');
const forced = takeoverCauses.indexOf('forced');

/** Faults of the parts that make a takeover safe, and what operators decide about them. */
export const faultFacts = {
  'server.slowed': event([server]),
  'server.relieved': event([server]),
  'server.upgraded': event([server, count('Its new version')], (w, _at, a, b) => {
    w.server.version[a] = b;
  }),
  'alert.sent': event(
    [server, message, count('How long it travels', { unit: 'µs' }), word(alerts, 'What it says')],
    (w, at, a, b, c) => {
      w.message.frame[b] = frames.indexOf('alert');
      w.message.from[b] = a;
      w.message.to[b] = w.server.partner[a]!;
      w.message.sentAt[b] = at;
      w.message.dueAt[b] = at + c;
    },
  ),
  'alert.heard': event([server, message, word(alerts, 'What it says')], (w, _at, a, b, c) => {
    if (takeoverAlerts.includes(alerts[c]!))
      w.server.takeoverCause[a] = takeoverCauses.indexOf('service processor alert');
    free(w.message, b);
  }),
  'alert.ignored': detail([server, message, word(alerts, 'What it says')], (w, _at, _a, b) => {
    free(w.message, b);
  }),
  'interconnect.degraded': event([interconnect], (w, at, a) => {
    w.interconnect.degraded[a] = 1;
    w.interconnect.since[a] = at;
  }),
  'interconnect.mirror-broken': event([interconnect], (w, at, a) => {
    w.interconnect.mirrorBroken[a] = 1;
    w.interconnect.since[a] = at;
  }),
  'mailbox.failed': event([reference('shelf', 'The shelf it lies on')], (w, _at, a) => {
    w.shelf.mailboxUnreadable[a] = 1;
  }),
  'mailbox.unreadable': detail([server, reference('server', 'Whose mailbox it wanted to read')]),
  'shelf.mended': event([reference('shelf', 'The shelf')], (w, _at, a) => {
    w.shelf.mailboxUnreadable[a] = 0;
    w.shelf.homeCut[a] = 0;
    w.shelf.partnerCut[a] = 0;
  }),
  'shelf.cut-off': event([shelf, server], (w, _at, a, b) => {
    if (w.shelf.home[a] === b) w.shelf.homeCut[a] = 1;
    else w.shelf.partnerCut[a] = 1;
  }),
  'shelf.out-of-reach': detail([server, shelf]),
  'partner.impaired': event([server, partner], (w, _at, a) => {
    w.server.takeoverCause[a] = takeoverCauses.indexOf('shelf path lost');
  }),
  'disk.failed': event([disk]),
  'disk.replaced': event([disk]),
  'disk.rebuilt': event([disk]),
  'disk.reserve-failed': event([disk, server], (w, _at, a) => {
    w.disk.taker[a] = 0;
  }),
  'disk.skipped': event([disk, server]),
  'log.copy-damaged': event([server], (w, _at, a) => {
    w.server.copyDamaged[a] = 1;
  }),
  /** What cannot be read is gone; the partner’s own log still has it. */
  'log.replay-failed': event([server, partner], (w, _at, a, b) => {
    w.server.copyDamaged[a] = 0;
    w.server.mirrorInStep[a] = 0;
    eachBlockOf(w, b, (block) => {
      w.block.partnerLog[block] = 0;
    });
  }),
  'takeover.failed': event([server, partner], (w, _at, a) => {
    // Force is good for one attempt.
    if (w.server.takeoverCause[a] === forced) w.server.takeoverCause[a] = 0;
  }),
  'giveback.forced': event([server, partner], (w, _at, a) => {
    w.server.givebackOrder[a] = givebackOrders.indexOf('forced');
  }),
  'giveback.vetoed': event([server, partner, word(givebackVetoes, 'Why')], (w, _at, a, _b, c) => {
    w.server.vetoed[a] = c;
    w.server.givebackOrder[a] = 0;
  }),
  'takeover.disabled': event([server, partner], (w, _at, a, b) => {
    w.server.takeoverDisabled[a] = 1;
    w.server.takeoverDisabled[b] = 1;
  }),
  'takeover.enabled': event([server, partner], (w, _at, a, b) => {
    w.server.takeoverDisabled[a] = 0;
    w.server.takeoverDisabled[b] = 0;
  }),
  /** The operator was warned how many acknowledged writes the taker does not hold. */
  'takeover.forced': event(
    [
      server,
      partner,
      word(inhibitions, 'What forbade it'),
      count('Acknowledged writes that the taker does not hold', { unit: 'blocks' }),
    ],
    (w, _at, a) => {
      w.server.takeoverCause[a] = forced;
      w.server.forced[a] = 1;
    },
  ),
  'takeover.force-refused': event(
    [server, partner, word(inhibitions, 'What no force overrides')],
    (w, _at, a, _b, c) => {
      w.server.takeoverCause[a] = 0;
      w.server.forced[a] = 0;
      w.server.inhibited[a] = c;
    },
  ),
  'takeover.abandoned': event([server, partner], (w, _at, a) => {
    w.server.abandoned[a] = 1;
    w.server.takeoverCause[a] = takeoverCauses.indexOf('resumed');
  }),
  'giveback.counted': detail([server, partner], (w, at, a) => {
    const { givebackWindow } = w.plan.settings;
    if (at - w.server.givebacksFrom[a]! > givebackWindow || w.server.givebacks[a] === 0) {
      w.server.givebacks[a] = 0;
      w.server.givebacksFrom[a] = at;
    }
    w.server.givebacks[a] = w.server.givebacks[a]! + 1;
  }),
  'giveback.suspended': event([server, partner, count('Automatic givebacks that came to nothing')]),
  'giveback.partial': event([
    server,
    partner,
    count('Disks that are home again'),
    count('Disks that are still held'),
  ]),
  /** What the disks hold after a forced takeover is from now on the truth about these blocks. */
  'writes.lost': event(
    [server, partner, count('Acknowledged writes that are gone', { unit: 'blocks' })],
    (w, _at, a, b, c) => {
      w.server.writesLost[a] = w.server.writesLost[a]! + c;
      eachBlockOf(w, b, (block) => {
        const onDisk = w.block.onDisk[block]!;
        if (w.block.acknowledged[block]! > onDisk) w.block.acknowledged[block] = onDisk;
        for (let request = 1; request < w.request.rows; request++) {
          if (w.request.block[request] === block && w.request.floor[request]! > onDisk)
            w.request.floor[request] = onDisk;
        }
      });
    },
  ),
};
