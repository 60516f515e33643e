import { safeguards } from './safeguards.ts';
import type { Settings } from '../model/plan.ts';
import { ms, seconds } from '../model/time.ts';
import { fabricSettings } from './fabricSettings.ts';
import { modeSettings } from './modeSettings.ts';
import { flag, mayBeOff, number, ours, time } from './setting.ts';
import type { Setting } from './setting.ts';

export type { Setting } from './setting.ts';

/** Every setting of a run. Validation, the model page and the settings list all read this table. */
export const settings: Readonly<Record<Exclude<keyof Settings, 'seed'>, Setting>> = {
  heartbeatInterval: time(
    seconds(1),
    seconds(5),
    'Between two heartbeats of a server',
    ours,
    ms(100),
  ),
  missesAllowed: number(
    'timers',
    15,
    [1, 180],
    'heartbeats',
    'Heartbeats missed in a row until a partner counts as silent',
    'ONTAP: takeover after up to 15 s',
  ),
  heartbeatGrace: time(
    ms(5),
    seconds(1),
    'How late a heartbeat may be before it counts as missed',
    ours,
  ),
  interconnectLatency: time(
    50,
    seconds(1),
    'From one server to the other over the interconnect',
    ours,
  ),
  panicPacketLatency: time(ms(1), seconds(1), 'From a panicking server to its partner', ours),
  mailboxRead: time(ms(2), seconds(1), 'Reading the mailbox on disk', ours),
  mailboxPoll: time(
    seconds(5),
    seconds(60),
    'Between two looks into the mailbox while waiting',
    ours,
    ms(100),
  ),
  fence: time(
    seconds(1),
    seconds(5),
    'Reserving all disks of a server and becoming their owner',
    ours,
    ms(10),
  ),
  replayFullLog: time(
    seconds(3),
    seconds(20),
    'Replaying a full log; an empty one takes none of it',
    ours,
  ),
  replayAlwaysFull: flag(true, 'A log that is not empty takes the time of a full one', ours),
  logCapacity: number(
    'policies',
    1000,
    [1, 1_000_000],
    'writes',
    'Logged writes that make a full log',
    ours,
  ),
  activateSlot: time(ms(50), seconds(1), 'Activating a slot of the virtual port database', ours),
  writeNames: time(ms(50), seconds(1), 'Writing node name and port name into a slot', ours),
  prepareSlotsEarly: flag(true, 'Slots are activated and written while the log is replayed', ours),
  login: time(ms(50), ms(500), 'From asking the fabric for an address to its answer', ours),
  loginRetry: time(
    seconds(2),
    seconds(60),
    'From a refused login to the next attempt',
    ours,
    ms(100),
  ),
  drainLimit: time(ms(500), seconds(10), 'How long a quiesced slot may finish its requests', ours),
  shutdownLimit: time(
    seconds(60),
    seconds(600),
    'How long a planned takeover waits for the shutdown',
    'ONTAP: graceful shutdown timer',
  ),
  flushLog: time(ms(500), seconds(20), 'Writing logged writes to disk in order', ours),
  releaseDisks: time(ms(500), seconds(5), 'Returning all disks of a server', ours),
  rebuildDisk: time(
    seconds(10),
    seconds(3600),
    'Filling a new disk from the others of its LUN; true lengths are hours',
    ours,
    seconds(6),
  ),
  boot: time(seconds(90), seconds(600), 'From power to the first look at the disks', ours, ms(100)),
  automaticGiveback: mayBeOff(
    time(
      seconds(600),
      seconds(3600),
      'From the partner’s return to giveback without a command',
      'ONTAP: automatic giveback delay 600 s',
    ),
  ),
  givebacksAllowed: number(
    'policies',
    3,
    [1, 100],
    'givebacks',
    'Automatic givebacks in a row after which only a command gives back',
    'ONTAP: autoGivebackAttemptsExceeded; the number is ours',
  ),
  givebackWindow: time(
    seconds(600),
    seconds(36_000),
    'How far back automatic givebacks are counted',
    ours,
    seconds(1),
  ),
  takeoverGrace: time(
    seconds(60),
    seconds(600),
    'How old a takeover must be for a taker that failed to take it up again',
    'ONTAP: a taker that panics within 60 s leaves takeover mode',
  ),
  resetPartner: flag(
    true,
    'The survivor resets its silent partner through the service processor',
    ours,
  ),
  hardwareAssist: flag(
    false,
    'Service processors alert the partner when their server loses power or is reset',
    'ONTAP: hardware-assisted takeover; off here so that silence can be seen',
  ),
  alertLatency: time(
    ms(500),
    seconds(5),
    'From a service processor to the partner of its server',
    'ONTAP: detection in less than 1 s',
  ),
  linkLoss: time(
    ms(100),
    seconds(10),
    'How long light must stay away until a link counts as lost (R_T_TOV)',
    'FC-FS: R_T_TOV 100 ms',
  ),
  portFailback: time(
    seconds(1),
    seconds(60),
    'How long a repaired port must stay well before its name returns',
    ours,
  ),
  ...modeSettings,
  noticeWindow: time(
    ms(500),
    seconds(5),
    'From the first change in a fabric to its notification (RSCN)',
    'Cisco: RSCN event timer',
  ),
  hostStep: time(ms(100), seconds(5), 'One exchange of a host with the fabric or a target', ours),
  elsTimeout: time(
    seconds(20),
    seconds(60),
    'Until an unanswered login frame is given up (2 × R_A_TOV)',
    'FC-FS: R_A_TOV 10 s',
    ms(100),
  ),
  fastIoFail: mayBeOff(
    time(
      seconds(5),
      seconds(600),
      'From a lost remote port to failing its requests',
      'multipath-tools: fast_io_fail_tmo 5',
    ),
  ),
  devLoss: mayBeOff(
    time(
      seconds(600),
      seconds(36_000),
      'From a given-up path to removing the device',
      'multipath-tools: dev_loss_tmo 600',
    ),
  ),
  checkerPoll: time(
    seconds(5),
    seconds(60),
    'Between two looks of the path checker',
    'multipath-tools: polling_interval 5',
  ),
  noPathRetry: {
    part: 'policies',
    kind: 'choice',
    value: 'queue',
    choices: ['queue', 'fail'],
    about: 'What happens to requests when all paths are given up',
    source: 'multipath-tools: no_path_retry',
  },
  commandTimeout: time(
    seconds(30),
    seconds(120),
    'Until a host aborts a request that nobody answers',
    'Linux sd: 30 s',
    seconds(1),
  ),
  busyRetry: time(ms(500), seconds(10), 'From a busy answer to the next attempt', ours, ms(1)),
  wireHop: time(5, ms(200), 'One hop of a request between host, switch, server and disk', ours, 1),
  diskService: time(500, ms(100), 'Fetching a block from disk', ours),
  requestRate: number(
    'workload',
    100,
    [1, 10_000],
    'requests/s',
    'Requests each LUN’s application submits',
    ours,
  ),
  queueDepth: number(
    'workload',
    4,
    [1, 64],
    'requests',
    'Requests that one LUN may have outstanding on one path',
    ours,
  ),
  requestSize: number('workload', 64, [1, 16_384], 'kB', 'Mean size of a request', ours),
  readShare: number('workload', 0.7, [0, 1], 'share', 'Share of reads among requests', ours),
  flushInterval: time(
    seconds(10),
    seconds(60),
    'Between two consistency points',
    'ONTAP: consistency point every 10 s',
    ms(100),
  ),
  ...safeguards,
  ...fabricSettings,
};

/** The settings of a scenario that says nothing. */
export const defaultSettings = (seed: number): Settings =>
  ({
    seed,
    ...Object.fromEntries(Object.entries(settings).map(([key, setting]) => [key, setting.value])),
  }) as unknown as Settings;
