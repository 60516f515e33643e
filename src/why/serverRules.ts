import type { Fact } from '../model/fact.ts';
import { kindNames } from '../model/kinds.ts';
import type { Rules } from './rule.ts';
import { span } from './rule.ts';
import { followsRoutine, mirrorBreaker, silencerOf, wakerOf } from './silence.ts';
import { lastOf } from './told.ts';
import type { Told } from './told.ts';

/** The heartbeat that was sent before the silence of which this fact tells; -1 when none was. */
function lastBeat({ trace }: Told, fact: Fact): number {
  let { because } = fact;
  for (let i = 0; because >= 0 && i < 8; i++) {
    const cause = trace.fact(because);
    if (kindNames[cause.kind] === 'heartbeat.heard') return cause.because;
    because = cause.because;
  }
  return -1;
}

/** Servers: their heartbeats, logs and starts. */
export const serverRules: Rules = {
  'program.loaded': {
    says: 'The procedures run as a stored program',
    sources: ['claims 18, 35, 40'],
  },
  'heartbeat.missed': {
    says: ({ plan: { settings: s } }) =>
      `A heartbeat is due every ${span(s.heartbeatInterval)}; after ${s.missesAllowed} missed in a row the partner counts as silent`,
    sources: ['claims 2, 28'],
    settings: ['missesAllowed', 'heartbeatInterval', 'heartbeatGrace'],
    from: (told, fact) => silencerOf(told, fact.b, fact.seq, lastBeat(told, fact)),
  },
  'partner.suspected': {
    says: 'The first missed heartbeat makes a partner suspect, and no more than that',
    sources: ['ONTAP: cf.fsm.partnerNotResponding'],
    from: (told, { a, seq }) => lastOf(told, ['heartbeat.missed'], seq, (fact) => fact.a === a),
  },
  'partner.heard-again': {
    says: 'One heartbeat that is heard ends the count',
    settings: ['missesAllowed'],
    from: (told, fact) => wakerOf(told, fact.b, fact.seq),
  },
  'panic-packet.heard': {
    says: 'A server that panics says so in its last packet, and its partner need not wait for silence',
    sources: ['ONTAP: takeover on panic'],
    settings: ['panicPacketLatency'],
  },
  'alert.sent': {
    says: 'A service processor runs on its own power and tells the partner of its server',
    settings: ['hardwareAssist', 'alertLatency'],
  },
  'alert.heard': {
    says: 'Only alerts that say for certain that a server is off lead to a takeover',
    sources: ['ONTAP: storage failover hwassist'],
    settings: ['hardwareAssist'],
  },
  'partner.waits': {
    says: 'A server that is up again writes into the mailbox that it waits, and its heartbeats say so too',
    sources: ['ONTAP: waiting for giveback'],
    from: (told, fact) =>
      lastOf(told, ['server.waits-for-giveback'], fact.seq, ({ a }) => a === fact.b),
  },
  'partner.impaired': {
    says: 'What a server lacks stands in its heartbeats',
    sources: ['ONTAP: shelf mismatch; takeover on network interface failure'],
    settings: ['takeoverWithoutPort'],
    from: (told, fact) => {
      const w = told.world;
      return lastOf(told, ['shelf.cut-off', 'port.no-sibling', 'link.down'], fact.seq, (f) => {
        const kind = kindNames[f.kind];
        if (kind === 'shelf.cut-off') return f.b === fact.b;
        const port = kind === 'link.down' ? w.cable.port[f.a]! : f.a;
        return w.port.server[port] === fact.b;
      });
    },
  },
  'server.reset': {
    says: 'A silent partner may still write; its service processor resets it after its disks are fenced',
    settings: ['resetPartner'],
  },
  'server.halted': {
    says: 'A server whose writes are refused has been taken over and must not go on',
    sources: ['ONTAP: ha.resvConflictHalt'],
    settings: ['haltOnConflict'],
  },
  'server.stood-down': {
    says: 'A write that cannot be mirrored is not answered; the mailbox says who takes over',
    sources: ['ONTAP: mailbox disks'],
    settings: ['mailbox', 'logMirroring'],
    from: (told, fact) => lastOf(told, ['takeover.started'], fact.seq, ({ a }) => a === fact.b),
  },
  'server.shut-down': {
    says: 'Slots are drained and the log is flushed before a server ends its work in order',
    sources: ['claims 3, 27'],
    settings: ['shutdownLimit', 'flushLog'],
  },
  'server.waits-for-giveback': {
    says: 'A server that starts reads the mailbox and its disks first, and serves nothing that its partner holds',
    sources: ['ONTAP: waiting for giveback'],
    settings: ['boot', 'mailbox'],
  },
  'server.up': {
    says: 'A server serves when its disks and its names are its own',
    sources: ['claims 29, 39'],
    settings: ['boot'],
  },
  'mirror.lost': {
    says: 'A log record needs the interconnect and a partner that runs; else writes are kept in one copy',
    sources: ['ONTAP: NVRAM mirroring'],
    settings: ['logMirroring'],
    from: (told, fact) =>
      followsRoutine(told, fact) ? mirrorBreaker(told, fact.a, fact.seq) : fact.because,
  },
  'mirror.synchronized': {
    says: 'The copy is brought into step as soon as the partner can be reached again',
    sources: ['ONTAP: NVRAM mirroring'],
    settings: ['logMirroring'],
    from: (told, fact) =>
      followsRoutine(told, fact)
        ? wakerOf(told, told.world.server.partner[fact.a]!, fact.seq)
        : fact.because,
  },
  'log.replay-started': {
    says: 'The log of the partner is replayed before its LUNs are served',
    sources: ['ONTAP: NVRAM mirroring'],
    settings: ['replayFullLog'],
  },
  'log.replayed': {
    says: 'What was acknowledged stands in the mirrored log, so replaying it loses no write',
    sources: ['ONTAP: NVRAM mirroring'],
    settings: ['replayFullLog', 'replayAlwaysFull'],
  },
  'log.replay-failed': {
    says: 'A copy with bad records cannot be replayed',
    sources: ['ONTAP: data loss with mirror consistency off'],
    also: (told, fact) => lastOf(told, ['log.copy-damaged'], fact.seq, ({ a }) => a === fact.a),
  },
  'luns.online': {
    says: 'LUNs are served once their disks are owned and the log is on disk',
    sources: ['claims 1, 18, 26'],
  },
  'writes.lost': {
    says: 'A takeover was forced although the copy of the log was not complete',
    sources: ['ONTAP: storage failover takeover -option force'],
  },
};
