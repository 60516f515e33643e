import top1 from '../scenarios/top-1.json';
import top2 from '../scenarios/top-2.json';
import { cut, giveback, hang, powerLoss } from './demonstration.ts';
import type { Demonstration } from './demonstration.ts';

/** What must happen in time, and how it must look at rest. */
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
    shows: 'L5',
    base: top2,
    off: 'A hung server keeps its logins: the takeover never ends',
    on: 'The survivor resets its hung partner',
    without: { policies: { resetPartner: false } },
    script: hang,
    breaks: ['L5'],
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
];
