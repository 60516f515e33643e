import type { ChartName } from '../charts/index.ts';
import type { Settings } from '../model/plan.ts';
import type { Micros } from '../model/time.ts';
import { slot } from './states.ts';
import { lodgesNames } from '../model/moves.ts';
import { loggedWrites } from './nvram.ts';
import type { Sim } from './sim.ts';

type Delay = Micros | 'off';
type DelayRule = (s: Settings, sim: Sim, row: number) => Delay;

/** The share of one disk in the time, µs, that fencing or releasing the whole set takes. */
export const diskShare = (sim: Sim, whole: Micros, home: number): Micros =>
  Math.floor(whole / Math.max(1, sim.wiring.disks[home]!.length));

const rules: Readonly<Record<string, DelayRule>> = {
  heartbeatInterval: (s) => s.heartbeatInterval,
  heartbeatLate: (s) => s.heartbeatInterval + s.heartbeatGrace,
  // The first heartbeat is heard one interval after moment 0, so both servers start settled.
  firstHeartbeat: (s) => Math.max(0, s.heartbeatInterval - s.interconnectLatency),
  mailboxPoll: (s) => s.mailboxPoll,
  shutdownLimit: (s) => s.shutdownLimit,
  replayLog: (s, sim, server) => {
    const logged = loggedWrites(sim, server, sim.world.server.partner[server]!);
    // A log that was flushed in order is empty, and an empty log takes no time.
    if (s.replayAlwaysFull) return logged === 0 ? 0 : s.replayFullLog;
    return Math.min(s.replayFullLog, Math.floor((s.replayFullLog * logged) / s.logCapacity));
  },
  // What forbade it is looked at again no sooner than the mailbox.
  automaticGiveback: (s, { world: w }, server) =>
    s.automaticGiveback !== 'off' && w.server.vetoed[server]
      ? Math.max(s.automaticGiveback, s.mailboxPoll)
      : s.automaticGiveback,
  flushLog: (s) => s.flushLog,
  boot: (s) => s.boot,
  linkLoss: (s) => s.linkLoss,
  // A name is not trusted to a port that fails again and again.
  portFailback: (s, { world: w }, port) =>
    w.port.failures[port]! >= s.flapsAllowed ? s.holdDown : s.portFailback,
  holdDown: (s) => s.holdDown,
  // What a partner has not said must be looked up: only a name that lodges can be lost unheard.
  partnerPoll: (s, sim, port) =>
    lodgesNames(s) && slot.standby(sim.world.vport.state[sim.wiring.siblingSlot[port]!]!)
      ? s.mailboxPoll
      : 'off',
  activateSlot: (s) => s.activateSlot,
  writeNames: (s) => s.writeNames,
  loginRetry: (s) => s.loginRetry,
  drainLimit: (s) => (s.quiescing ? s.drainLimit : 'off'),
  reserveDisk: (s, sim, disk) => diskShare(sim, s.fence, sim.world.disk.home[disk]!) >> 1,
  releaseDisk: (s, sim, disk) => diskShare(sim, s.releaseDisks, sim.world.disk.home[disk]!),
  rebuildDisk: (s) => s.rebuildDisk,
  noticeWindow: (s) => s.noticeWindow,
  fastIoFail: (s) => s.fastIoFail,
  devLoss: (s) => s.devLoss,
  checkerPoll: (s, { world: w }, path) =>
    w.host.multipath[w.path.host[path]!] ? s.checkerPoll : 0,
  elsTimeout: (s) => s.elsTimeout,
  switchBoot: (s) => s.switchBoot,
};

/** How long a chart’s named delay is for this row. */
export function delayOf(sim: Sim, chart: ChartName, delay: string, row: number): Delay {
  const rule = rules[delay];
  if (!rule) throw new Error(`Nobody says how long ${delay} of the chart ${chart} is`);
  return rule(sim.plan.settings, sim, row);
}
