import top1 from '../scenarios/top-1.json';
import top2 from '../scenarios/top-2.json';
import { blink, giveback, hang, powerLoss } from './demonstration.ts';
import type { Demonstration } from './demonstration.ts';

/** How it must look at rest. */
export const rest: readonly Demonstration[] = [
  {
    shows: 'Q1',
    base: top1,
    off: 'The fabric goes on listing a port that is dead',
    on: 'The fabric lists only what is lit',
    without: { safeguards: { implicitLogout: false } },
    script: [['5s', 'port.fail', 'A.p0']],
    breaks: ['Q1'],
  },
  {
    shows: 'Q2',
    base: top2,
    off: 'Nobody tells the host that a name has moved',
    on: 'The fabric tells the host that a name has moved',
    without: { safeguards: { notifications: false } },
    script: powerLoss,
    breaks: ['Q2', 'L1'],
  },
  {
    shows: 'Q3',
    base: top1,
    off: 'After giveback the survivor’s own names are gone',
    on: 'After giveback everything is as it was',
    without: { safeguards: { virtualPorts: false } },
    script: giveback,
    breaks: ['Q3', 'S7', 'S10'],
  },
  {
    shows: 'Q4',
    base: top1,
    off: 'The monitor says takeover, the labels do not',
    on: 'Labels and monitor agree',
    without: { safeguards: { fencing: false } },
    script: powerLoss,
    breaks: ['Q4', 'S2', 'S3'],
  },
  {
    shows: 'Q5',
    base: top2,
    off: 'A name that is logged in twice has no path',
    on: 'A name that is logged in once has its path',
    both: { policies: { resetPartner: false } },
    without: { safeguards: { secondLogin: 'accepted' } },
    script: hang,
    breaks: ['Q5', 'Q1', 'S1'],
    // Availability is lost for want of a login; what is logged in has its path.
    stillBreaks: ['L5'],
  },
  {
    shows: 'Q6',
    base: top2,
    off: 'Requests lost in a blink are still under way when nobody asks any more',
    on: 'Requests lost in a blink are sent again, and none is left',
    both: { timers: { commandTimeout: '2s' }, workload: { requestRate: 100 } },
    without: { safeguards: { requestTimeouts: false } },
    script: [...blink, ['20s', 'workload.stop', 'X']],
    breaks: ['Q6', 'L4'],
  },
];
