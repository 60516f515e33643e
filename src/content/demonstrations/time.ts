import top1 from '../scenarios/top-1.json';
import top2 from '../scenarios/top-2.json';
import { blink, cut, giveback, hang, powerLoss } from './demonstration.ts';
import type { Demonstration } from './demonstration.ts';

/** What must happen in time. */
export const time: readonly Demonstration[] = [
  {
    shows: 'L1',
    base: top1,
    off: 'Nobody takes over by itself',
    on: 'The survivor takes over by itself',
    without: { safeguards: { automaticTakeover: false } },
    script: powerLoss,
    breaks: ['L1'],
  },
  {
    shows: 'L2',
    base: top2,
    off: 'The switch keeps the logins of a server that was reset',
    on: 'The switch ends the logins of a server that was reset',
    without: { safeguards: { implicitLogout: false } },
    script: hang,
    breaks: ['L2', 'L1', 'L5'],
  },
  {
    shows: 'L3',
    base: top2,
    off: 'Giveback waits for a pause in the requests, and none comes',
    on: 'Giveback takes no new requests and goes on',
    // More requests than the disks can serve, so that there is always one on its way.
    both: {
      timers: { automaticGiveback: '5s', diskService: '100ms' },
      workload: { requestRate: 60, readShare: 1 },
    },
    without: { safeguards: { quiescing: false } },
    script: giveback.slice(0, 2),
    breaks: ['L3'],
  },
  {
    shows: 'L4',
    base: top2,
    off: 'A host waits for ever for requests lost in a blink',
    on: 'A host sends requests lost in a blink again',
    both: { timers: { commandTimeout: '2s' }, workload: { requestRate: 100 } },
    without: { safeguards: { requestTimeouts: false } },
    script: blink,
    breaks: ['L4'],
  },
  {
    shows: 'L5',
    base: top2,
    off: 'A hung server keeps its logins: the takeover never ends',
    on: 'The survivor resets its hung partner',
    without: { policies: { resetPartner: false } },
    script: hang,
    breaks: ['L5'],
  },
  {
    shows: 'L6',
    base: top2,
    off: 'The second login wins, and two servers take a name from each other',
    on: 'The first login wins, and a name stays where it is',
    // Nothing is asked of the disks, so neither server finds that its own were taken.
    both: { policies: { resetPartner: false }, safeguards: { mailbox: false } },
    without: { safeguards: { secondLogin: 'ends the first' } },
    script: [['2s', 'workload.stop', 'X'], ...cut],
    breaks: ['L6', 'L7', 'S10', 'S13'],
    // A takeover of a server that runs cannot end well.
    stillBreaks: ['S13', 'L5', 'L7'],
  },
  {
    shows: 'L7',
    base: top1,
    off: 'Silence is taken for death',
    on: 'Silence is checked against the mailbox',
    both: { policies: { resetPartner: false } },
    without: { safeguards: { mailbox: false } },
    script: cut,
    breaks: ['L7', 'S13'],
  },
];
