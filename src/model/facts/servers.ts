import { detail, event, routine } from '../fact.ts';
import { downCauses, givebackOrders, inhibitions, takeoverCauses } from '../schema.ts';
import { count, free, reference, word } from '../table.ts';
import type { World } from '../world.ts';
import { sent } from './messages.ts';

const server = reference('server', 'The server');
const partner = reference('server', 'Its partner');
const cause = (is: (typeof downCauses)[number]) => downCauses.indexOf(is);

/** What happens to servers, their heartbeats, logs and mailbox, and to the interconnect. */
export const serverFacts = {
  'command.given': event([
    count('The command, by its place in the registry'),
    count('The table of the thing it was given for, by its place in the schema'),
    count('The row of that thing'),
  ]),
  'program.loaded': event([count('Checksum of the stored program')]),
  'server.power-lost': event([server], (w, _at, a) => {
    w.server.downCause[a] = cause('power loss');
  }),
  'server.panicked': event([server], (w, _at, a) => {
    w.server.downCause[a] = cause('panic');
  }),
  'server.hung': event([server], (w, _at, a) => {
    w.server.downCause[a] = cause('hang');
  }),
  'server.reset': event([server, partner], (w, _at, a) => {
    w.server.downCause[a] = cause('reset by partner');
  }),
  'server.halted': event(
    [server, reference('disk', 'The disk that refused its write')],
    (w, _at, a) => {
      w.server.downCause[a] = cause('reservation conflict');
    },
  ),
  'server.stood-down': event([server, partner], (w, _at, a) => {
    w.server.downCause[a] = cause('taken over');
  }),
  'server.paused': event([server]),
  'server.resumed': event([server]),
  'server.shut-down': event([server], (w, _at, a) => {
    w.server.downCause[a] = cause('maintenance');
  }),
  'server.went-dark': detail([server], (w, _at, a) => {
    w.server.aliveUntil[a] = w.server.stampAt[a]!;
    w.server.takeoverCause[a] = 0;
    w.server.inhibited[a] = 0;
    w.server.misses[a] = 0;
    w.server.sensesPartnerWaiting[a] = 0;
    w.server.completedAt[a] = 0;
    w.server.mirrorInStep[a] = 0;
    w.server.logMirrored[a] = 0;
  }),
  'server.boot-started': event([server]),
  'server.waits-for-giveback': event([server, partner]),
  'server.up': event([server], (w, _at, a) => {
    w.server.downCause[a] = 0;
  }),
  'heartbeat.sent': routine(
    [server, reference('message', 'The message'), count('How long it travels', { unit: 'µs' })],
    (w, at, a, b, c) => sent(w, at, 1, a, w.server.partner[a]!, b, c),
  ),
  'heartbeat.heard': routine([server, reference('message', 'The message')], (w, at, a, b) => {
    w.server.heardAt[a] = at;
    w.server.misses[a] = 0;
    w.server.heardLast[a] = ((w.server.heardLast[a]! << 1) | 1) & 0x7f;
    free(w.message, b);
  }),
  'heartbeat.lost': routine([server, reference('message', 'The message')], (w, _at, _a, b) => {
    free(w.message, b);
  }),
  'heartbeat.missed': event([server, partner, count('Missed in a row')], (w, _at, a, _b, c) => {
    w.server.misses[a] = c;
    w.server.heardLast[a] = (w.server.heardLast[a]! << 1) & 0x7f;
  }),
  'panic-packet.sent': detail(
    [server, reference('message', 'The message'), count('How long it travels', { unit: 'µs' })],
    (w, at, a, b, c) => sent(w, at, 2, a, w.server.partner[a]!, b, c),
  ),
  'panic-packet.heard': event([server, reference('message', 'The message')], (w, _at, a, b) => {
    w.server.takeoverCause[a] = takeoverCauses.indexOf('panic');
    free(w.message, b);
  }),
  'panic-packet.lost': detail([server, reference('message', 'The message')], (w, _at, _a, b) => {
    free(w.message, b);
  }),
  'mailbox.stamped': routine([server], (w, at, a) => {
    w.server.stampAt[a] = at;
  }),
  'mailbox.intent-written': detail([server, partner], (w, _at, a) => {
    w.server.intent[a] = 1;
  }),
  'mailbox.intent-cleared': detail([server], (w, _at, a) => {
    w.server.heldSince[a] = 0;
    w.server.givingBack[a] = 0;
    w.server.intent[a] = 0;
    // The takeover is over. What made it start permits no second one.
    w.server.takeoverCause[a] = 0;
    w.server.completedAt[a] = 0;
    w.server.sensesPartnerWaiting[a] = 0;
    w.server.forced[a] = 0;
  }),
  'mailbox.read': detail([server]),
  'mirror.lost': event([server], (w, _at, a) => {
    w.server.logMirrored[a] = 0;
    const holder = w.server.partner[a]!;
    w.server.mirrorInStep[holder] = 0;
  }),
  'mirror.synchronized': event([server], (w, _at, a) => {
    w.server.logMirrored[a] = 1;
    w.server.mirrorInStep[w.server.partner[a]!] = 1;
    w.server.copyDamaged[w.server.partner[a]!] = 0;
    if (!w.plan.settings.logMirroring) return;
    eachBlock(w, a, (block) => {
      w.block.partnerLog[block] = w.block.homeLog[block]!;
    });
  }),
  'log.flushed': detail(
    [server, reference('server', 'Whose disks it was flushed to')],
    (w, _at, a, b) => {
      flush(w, a, b);
      // Nothing is left to be copied, so the copy cannot be out of step.
      if (a !== b) w.server.mirrorInStep[a] = 1;
      else if (w.server.logMirrored[a]) w.server.copyDamaged[w.server.partner[a]!] = 0;
    },
  ),
  'log.discarded': detail([server], (w, _at, a) => {
    eachBlock(w, a, (block) => {
      w.block.homeLog[block] = 0;
    });
  }),
  'log.replay-started': event([server, reference('server', 'Whose writes are replayed')]),
  'log.replayed': event(
    [server, reference('server', 'Whose writes were replayed')],
    (w, at, a, b) => {
      flush(w, a, b);
      if (a !== b) w.server.replayedAt[a] = at;
    },
  ),
  'interconnect.cut': event([reference('interconnect', 'The link')], (w, at, a) => {
    w.interconnect.cut[a] = 1;
    w.interconnect.since[a] = at;
  }),
  'interconnect.mended': event([reference('interconnect', 'The link')], (w, at, a) => {
    w.interconnect.cut[a] = 0;
    w.interconnect.degraded[a] = 0;
    w.interconnect.mirrorBroken[a] = 0;
    w.interconnect.since[a] = at;
  }),
  'partner.suspected': event([server, partner]),
  'partner.heard-again': event([server, partner]),
  'partner.declared-failed': event(
    [server, partner, word(takeoverCauses, 'Why')],
    (w, _at, a, _b, c) => {
      w.server.takeoverCause[a] = c;
    },
  ),
  'takeover.ordered': event([server, partner], (w, _at, a) => {
    w.server.takeoverCause[a] = takeoverCauses.indexOf('operator');
  }),
  'takeover.cancelled': event([server, partner], (w, _at, a) => {
    w.server.abandoned[a] = 0;
    w.server.inhibited[a] = 0;
    w.server.takeoverCause[a] = 0;
    w.server.forced[a] = 0;
  }),
  'takeover.inhibited': event([server, partner, word(inhibitions, 'Why')], (w, _at, a, _b, c) => {
    w.server.inhibited[a] = c;
  }),
  'takeover.started': event([server, partner], (w, at, a) => {
    w.server.givingBack[a] = 0;
    w.server.abandoned[a] = 0;
    w.server.takeoverAt[a] = at;
    w.server.takeovers[a] = w.server.takeovers[a]! + 1;
    w.server.inhibited[a] = 0;
  }),
  'takeover.resumed': event([server, partner], (w, _at, a) => {
    w.server.takeoverCause[a] = takeoverCauses.indexOf('resumed');
  }),
  'takeover.completed': event([server, partner], (w, at, a) => {
    w.server.completedAt[a] = at;
    if (w.server.heldSince[a] === 0) w.server.heldSince[a] = at;
  }),
  'giveback.ordered': event([server, partner], (w, _at, a) => {
    w.server.givebackOrder[a] = givebackOrders.indexOf('operator');
  }),
  'giveback.started': event([server, partner], (w, _at, a) => {
    w.server.givebackOrder[a] = 0;
    w.server.givingBack[a] = 1;
    w.server.vetoed[a] = 0;
  }),
  'giveback.broken-off': event([server, partner], (w, _at, a) => {
    w.server.givingBack[a] = 0;
  }),
  'giveback.completed': event([server, partner], (w, _at, a) => {
    w.server.heldSince[a] = 0;
    w.server.givingBack[a] = 0;
    w.server.vetoed[a] = 0;
    w.server.abandoned[a] = 0;
    w.server.completedAt[a] = 0;
    w.server.intent[a] = 0;
    w.server.forced[a] = 0;
    w.server.takeoverCause[a] = 0;
    w.server.sensesPartnerWaiting[a] = 0;
  }),
  'partner.waits': event([server, partner], (w, _at, a) => {
    w.server.sensesPartnerWaiting[a] = 1;
  }),
};

/** Blocks of the LUNs that a server’s identity exports. */
function eachBlock(w: World, home: number, visit: (block: number) => void): void {
  for (let lun = 1; lun < w.lun.rows; lun++) {
    if (w.lun.home[lun] !== home) continue;
    const first = w.lun.firstBlock[lun]!;
    for (let block = first; block < first + w.lun.blocks[lun]!; block++) visit(block);
  }
}

/** Logged writes of `owner`’s blocks, as `writer` holds them in its NVRAM, go to disk. */
function flush(w: World, writer: number, owner: number): void {
  const own = writer === owner;
  eachBlock(w, owner, (block) => {
    const logged = own ? w.block.homeLog[block]! : w.block.partnerLog[block]!;
    // A record older than what is on disk stayed in a copy that had fallen out of step.
    if (logged > w.block.onDisk[block]!) w.block.onDisk[block] = logged;
    if (own) w.block.homeLog[block] = 0;
    // The copy at the partner is dropped with the records it copies, unless it is out of step.
    if (!own || w.server.logMirrored[owner] === 1) w.block.partnerLog[block] = 0;
  });
}
