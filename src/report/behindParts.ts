import type { Settings } from '../model/plan.ts';
import type { Part } from './parts.ts';

/** What a part is called where it heads a column. */
export const partTitles: Readonly<Record<Part, string>> = {
  detect: 'Detect',
  decide: 'Decide',
  fence: 'Fence',
  replay: 'Replay',
  identity: 'Identity',
  fabric: 'Fabric',
  host: 'Host',
  firstIo: 'First I/O',
};

type Key = Exclude<keyof Settings, 'seed'>;

/** Settings that the length of each part depends on: the first thing to turn to make it shorter. */
const settingsBehind: Readonly<Record<Part, readonly Key[]>> = {
  detect: ['heartbeatInterval', 'missesAllowed', 'heartbeatGrace', 'linkLoss'],
  decide: ['mailboxRead', 'mailboxPoll', 'shutdownLimit'],
  fence: ['fence'],
  replay: ['replayFullLog', 'replayAlwaysFull'],
  identity: ['activateSlot', 'writeNames', 'drainLimit'],
  fabric: ['login', 'noticeWindow'],
  host: ['hostStep', 'checkerPoll'],
  firstIo: ['busyRetry'],
};

/** The same under the settings of a run: an alert counts where there are alerts. */
export const behind = (part: Part, { hardwareAssist }: Settings): readonly Key[] =>
  part === 'detect' && hardwareAssist
    ? ['alertLatency', ...settingsBehind.detect]
    : settingsBehind[part];
