import top1 from '../scenarios/top-1.json';
import top2 from '../scenarios/top-2.json';
import { cut, giveback, hang, powerLoss } from './demonstration.ts';
import type { Demonstration } from './demonstration.ts';

/** Names, logins and the order of steps. */
export const names: readonly Demonstration[] = [
  {
    shows: 'S1',
    base: top2,
    off: 'The fabric accepts a second login',
    on: 'The fabric refuses a second login',
    both: { policies: { resetPartner: false } },
    without: { safeguards: { secondLogin: 'accepted' } },
    script: hang,
    breaks: ['S1', 'Q1', 'Q5'],
    // Availability is lost for want of a login; safety is not.
    stillBreaks: ['L5'],
  },
  {
    shows: 'S7',
    base: top2,
    off: 'One name a port: the survivor’s own name gives way',
    on: 'Two names share one port',
    without: { safeguards: { virtualPorts: false } },
    script: powerLoss,
    breaks: ['S7', 'S10', 'L1'],
  },
  {
    shows: 'S8',
    base: top2,
    off: 'A slot is enabled before its names are written',
    on: 'Names are written before the slot is enabled',
    without: { safeguards: { orderOfSteps: 'enable before names' } },
    script: powerLoss,
    breaks: ['S8'],
  },
  {
    shows: 'S9',
    base: top2,
    off: 'A slot logs in while it stands by',
    on: 'A slot is enabled before it logs in',
    without: { safeguards: { orderOfSteps: 'log in before enabling' } },
    script: powerLoss,
    breaks: ['S9'],
  },
  {
    shows: 'S10',
    base: top1,
    off: 'One name a port: two fabrics do not help the survivor’s LUNs',
    on: 'The survivor goes on under its own names',
    without: { safeguards: { virtualPorts: false } },
    script: powerLoss,
    breaks: ['S10', 'S7', 'L1'],
  },
  {
    shows: 'S11',
    base: top1,
    off: 'Every LUN is reached through every name',
    on: 'A LUN is reached through the names of its server',
    without: { safeguards: { lunMapping: 'everywhere' } },
    script: powerLoss,
    breaks: ['S11'],
  },
  {
    shows: 'S13',
    base: top1,
    off: 'No mailbox: each takes the other over',
    on: 'The mailbox says that the partner lives',
    without: { safeguards: { mailbox: false } },
    script: cut,
    breaks: ['S13', 'L7'],
  },
  {
    shows: 'S14',
    base: top1,
    off: 'Names go home before disks and logouts',
    on: 'Logout and disks first, then the names',
    without: { safeguards: { orderOfSteps: 'names home before disks' } },
    script: giveback,
    breaks: ['S14', 'S4'],
  },
  {
    shows: 'S15',
    base: top2,
    off: 'A switch port takes one login too many',
    on: 'A full switch port refuses: the name stays away',
    both: { safeguards: { loginLimit: 2 } },
    without: { safeguards: { loginLimitEnforced: false } },
    script: powerLoss,
    breaks: ['S15'],
    // Availability is lost for want of a login; safety is not.
    stillBreaks: ['L1', 'L5'],
  },
  {
    shows: 'S16',
    base: top2,
    off: 'The name server hears of logouts too late',
    on: 'The name server hears of logouts at once',
    without: { safeguards: { logoutQuiesce: '10s' } },
    script: powerLoss,
    breaks: ['S16'],
  },
];
