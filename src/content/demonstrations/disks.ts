import top2 from '../scenarios/top-2.json';
import top3 from '../scenarios/top-3.json';
import { hang, powerLoss } from './demonstration.ts';
import type { Demonstration, Parts } from './demonstration.ts';

/** A shutdown that takes longer than the taker waits, so that both are alive. */
const slowShutdown: Parts = {
  timers: { shutdownLimit: '100ms', flushLog: '2500ms' },
  policies: { resetPartner: false },
};

/** Disks, logs and writes. */
export const disks: readonly Demonstration[] = [
  {
    shows: 'S2',
    base: top2,
    off: 'Two servers may write to one disk',
    on: 'A reservation lets one server write',
    both: { policies: { resetPartner: false } },
    without: { safeguards: { fencing: false } },
    script: hang,
    breaks: ['S2', 'L5'],
    // Availability is lost for want of a login; safety is not.
    stillBreaks: ['L5'],
  },
  {
    shows: 'S3',
    base: top2,
    off: 'The survivor serves disks it has not fenced',
    on: 'The survivor fences before it serves',
    without: { safeguards: { fencing: false } },
    script: powerLoss,
    breaks: ['S3', 'S2', 'Q4'],
  },
  {
    shows: 'S4',
    base: top2,
    off: 'Writes are lost with their only copy',
    on: 'Writes survive in the partner’s NVRAM',
    without: { safeguards: { logMirroring: false } },
    script: powerLoss,
    breaks: ['S4', 'S6'],
  },
  {
    shows: 'S5',
    base: top2,
    off: 'The survivor serves before it replays',
    on: 'The survivor replays before it serves',
    without: { safeguards: { orderOfSteps: 'serve before replay' } },
    script: powerLoss,
    breaks: ['S5'],
  },
  {
    shows: 'S6',
    base: top2,
    off: 'Writes are answered from one copy',
    on: 'Writes are answered from two copies',
    without: { safeguards: { logMirroring: false } },
    script: [],
    breaks: ['S6'],
  },
  {
    shows: 'S12',
    base: top3,
    off: 'A failed port takes the disks of its server along',
    on: 'A failed port’s name moves alone',
    without: { safeguards: { portFailover: 'name and disks' } },
    script: [['5s', 'port.fail', 'A.p0']],
    breaks: ['S12', 'L1', 'Q4'],
  },
  {
    shows: 'S17',
    base: top2,
    off: 'A server goes on after its writes are refused',
    on: 'A server halts when its writes are refused',
    both: slowShutdown,
    without: { safeguards: { haltOnConflict: false } },
    script: [['5s', 'takeover.planned', 'A']],
    breaks: ['S17'],
  },
];
