import { chartOf } from '../charts/index.ts';
import type { ChartName } from '../charts/index.ts';

/**
 * What a LUN waits for while nobody answers for it, in the order of a takeover:
 *
 * - `detect`: nobody has noticed yet, or nobody is there who could help
 * - `decide`: the survivor reads the mailbox, may not take over, or waits for an ordered shutdown
 * - `fence`: disks are reserved and change owner, there or back
 * - `replay`: logged writes go to disk
 * - `identity`: slots are drained, activated and written, until the one that serves is enabled
 * - `fabric`: that slot logs in and is registered, until the host asks where the name is
 * - `host`: query, PLOGI, PRLI, and a path checker where there is one
 * - `firstIo`: from an open path to the first answer
 */
export const parts = [
  'detect',
  'decide',
  'fence',
  'replay',
  'identity',
  'fabric',
  'host',
  'firstIo',
] as const;

export type Part = (typeof parts)[number];

/** For each configuration of a chart, what the LUNs concerned wait for; null where for nothing. */
function partsBy(
  chart: ChartName,
  states: Readonly<Record<string, Part>>,
): readonly (Part | null)[] {
  for (const path of Object.keys(states)) {
    if (!chartOf(chart).states.some((state) => state === path || state.startsWith(`${path}.`)))
      throw new Error(`The chart ${chart} has no state ${path}`);
  }
  return chartOf(chart).states.map((state) => {
    const path = Object.keys(states).find((each) => state === each || state.startsWith(`${each}.`));
    return path === undefined ? null : states[path]!;
  });
}

/** What the LUNs of its partner wait for, by the state of a server’s failover monitor. */
export const partOfMonitor = partsBy('failoverMonitor', {
  suspect: 'detect',
  deciding: 'decide',
  inhibited: 'decide',
  ordered: 'decide',
  'takingOver.fencing': 'fence',
  'takingOver.replaying': 'replay',
  'takingOver.activating': 'identity',
  'takingOver.writing': 'identity',
  'takingOver.loggingIn': 'fabric',
  'givingBack.quiescing': 'identity',
  'givingBack.loggingOut': 'identity',
  'givingBack.flushing': 'replay',
  'givingBack.releasing': 'fence',
  'givingBack.handedOver': 'identity',
});

/** What its own LUNs wait for, by the life of a server: one that nobody took over. */
export const partOfLife = partsBy('server', { replayingOwnLog: 'replay', recovering: 'identity' });

/** What the LUNs of its server wait for, by the state of a port monitor. */
export const partOfPort = partsBy('physicalPort', {
  withdrawing: 'identity',
  lodging: 'identity',
  recalling: 'identity',
  'movingName.disabling': 'identity',
  'movingName.activating': 'identity',
  'movingName.writing': 'identity',
  'movingName.loggingIn': 'fabric',
  'returning.draining': 'identity',
  'returning.loggingOut': 'identity',
  'returning.comingHome': 'fabric',
});
