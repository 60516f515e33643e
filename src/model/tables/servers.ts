import { count, flag, reference, state, time, word } from '../table.ts';
import { downCauses, inhibitions, takeoverCauses } from '../wordLists.ts';

/** Servers and the link between the two of a pair. */
export const serverTables = {
  server: {
    partner: reference('server', 'The other server of its pair'),
    interconnect: reference('interconnect', 'The link that carries its heartbeats and log mirror'),
    life: state('server', 'Whether it runs, hangs, boots or waits for its disks'),
    monitor: state('failoverMonitor', 'What it makes of its partner', { source: 'claims 1, 26' }),
    watch: state('partnerWatch', 'Whether heartbeats of the partner arrive', { source: 'claim 2' }),
    pulse: state('pulse', 'Whether it sends heartbeats'),
    lifeSince: time('When it entered its present life state'),
    lifeDue: time('When the present life state ends by itself; 0 when it does not'),
    monitorSince: time('When the failover monitor entered its present state'),
    monitorDue: time('When the present monitor state ends by itself; 0 when it does not'),
    downCause: word(downCauses, 'Why it is down'),
    servedAt: time('When it last began to serve its own disks'),
    takeoverCause: word(takeoverCauses, 'Why it took or is taking its partner over'),
    inhibited: word(inhibitions, 'Why it may not take its partner over'),
    heardAt: time('When it last heard a heartbeat of its partner'),
    misses: count('Heartbeats missed in a row', { source: 'claim 2' }),
    heardLast: count('The last seven heartbeats, one bit each, newest lowest: 1 heard, 0 missed'),
    mirrorInStep: flag('The copy it holds of the partner’s log is complete'),
    logMirrored: flag('Its own writes are copied to the partner’s log before they are answered'),
    stampAt: time('Its latest stamp in the mailbox on disk'),
    intent: flag('The mailbox says that it is taking its partner over'),
    sensesPartnerWaiting: flag('It heard that its partner waits for giveback'),
    takeoverAt: time('When its latest takeover started; 0 if never'),
    replayedAt: time('When it last finished replaying the partner’s log; 0 if never'),
    completedAt: time('When its latest takeover was complete; 0 while none is'),
    takeovers: count('Takeovers it has started'),
  },
  interconnect: {
    a: reference('server', 'One end'),
    b: reference('server', 'The other end'),
    cut: flag('No message passes'),
    since: time('When it was cut or mended'),
  },
} as const;
