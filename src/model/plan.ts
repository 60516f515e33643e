import type { FailoverModes } from './modes.ts';
import type { Safeguards } from './safeguards.ts';
import type { Micros } from './time.ts';
import type { Rows, TableName } from './schema.ts';

/** Every timer and policy of a run. Lengths are in microseconds. */
export interface Settings extends Safeguards, FailoverModes {
  readonly seed: number;
  readonly heartbeatInterval: Micros;
  /** Heartbeats missed in a row until the partner counts as silent. */
  readonly missesAllowed: number;
  /** How far past the interval a heartbeat may come before it counts as missed. */
  readonly heartbeatGrace: Micros;
  readonly interconnectLatency: Micros;
  readonly panicPacketLatency: Micros;
  readonly mailboxRead: Micros;
  readonly mailboxPoll: Micros;
  /** Reserving all disks of a server and becoming their owner. */
  readonly fence: Micros;
  /** Replaying a full log; an empty one takes none of it. */
  readonly replayFullLog: Micros;
  /** Replay always takes the full time, whatever the log holds. */
  readonly replayAlwaysFull: boolean;
  /** Logged writes that make a full log. */
  readonly logCapacity: number;
  readonly activateSlot: Micros;
  readonly writeNames: Micros;
  /** Slots are activated and written while the log is replayed, instead of after. */
  readonly prepareSlotsEarly: boolean;
  /** From asking the fabric for an address to its answer, and again to registration. */
  readonly login: Micros;
  readonly loginRetry: Micros;
  readonly drainLimit: Micros;
  readonly shutdownLimit: Micros;
  readonly flushLog: Micros;
  readonly releaseDisks: Micros;
  /** Filling a new disk from the others of its LUN. */
  readonly rebuildDisk: Micros;
  readonly boot: Micros;
  readonly automaticGiveback: Micros | 'off';
  /** Automatic givebacks in `givebackWindow` after which only a command gives back. */
  readonly givebacksAllowed: number;
  readonly givebackWindow: Micros;
  /** A taker that fails sooner after its takeover gives back when it returns. */
  readonly takeoverGrace: Micros;
  /** The taker resets its silent partner through its service processor after fencing. */
  readonly resetPartner: boolean;
  /** Service processors tell the partner when their server is off. */
  readonly hardwareAssist: boolean;
  readonly alertLatency: Micros;
  /** Light must stay away this long (R_T_TOV) before a port counts as failed. */
  readonly linkLoss: Micros;
  readonly portFailback: Micros;
  readonly noticeWindow: Micros;
  /** One exchange of a host with the fabric or a target: query, PLOGI, PRLI. */
  readonly hostStep: Micros;
  readonly elsTimeout: Micros;
  readonly fastIoFail: Micros | 'off';
  readonly devLoss: Micros | 'off';
  readonly checkerPoll: Micros;
  readonly noPathRetry: 'queue' | 'fail';
  readonly commandTimeout: Micros;
  readonly busyRetry: Micros;
  /** One hop of a request between host, switch, server and disk. */
  readonly wireHop: Micros;
  readonly diskService: Micros;
  /** Requests each LUN’s application submits in a second. */
  readonly requestRate: number;
  /** Requests a path of a LUN may have outstanding. */
  readonly queueDepth: number;
  /** Size of a request, kB. */
  readonly requestSize: number;
  readonly readShare: number;
  readonly flushInterval: Micros;
  /** A server none of whose ports can carry a name is taken over by a partner that has one. */
  readonly takeoverWithoutPort: boolean;
  /** Failures within `flapWindow` from which a port counts as flapping. */
  readonly flapsAllowed: number;
  readonly flapWindow: Micros;
  /** How long a flapping port must stay well before a name is trusted to it again. */
  readonly holdDown: Micros;
  /** One dark and one lit spell of a flapping port. */
  readonly flapPeriod: Micros;
  /** Between two health checks of a port. */
  readonly portProbe: Micros | 'off';
  /** Who checks a port: its own driver, or the partner’s port over the fabric (claim 38). */
  readonly portProbeBy: 'driver' | 'partner';
  readonly probesAllowed: number;
  /** The health check also reads through the target, not only over the link. */
  readonly dataPathCheck: boolean;
  readonly adapterReset: Micros;
  /** How ports are attached: each by NPIV to an F_Port, or as a loop of addresses to an FL_Port. */
  readonly portTopology: 'point-to-point' | 'loop';
  /** How long a loop stands still when an address joins it. */
  readonly loopInitialization: Micros;
  readonly switchBoot: Micros;
  readonly duplicateNames:
    'first-wins' | 'second-wins' | 'mixed' | 'cisco-same-switch' | 'cisco-other-switch';
  /** Which port of the partner stands by for a port: that in its own place, or, by mistake, another. */
  readonly partnerPorts: 'straight' | 'crossed';
  readonly zoning: 'name' | 'port';
  readonly binding: 'name' | 'address';
  readonly nameQuery: 'GID_PN' | 'GPN_ID';
  readonly pathChecker: 'tur' | 'directio';
  /** From a missed notification to the host’s own look at the fabric. */
  readonly rediscovery: Micros;
}

/** What does not change during a run: settings, sizes, and what things are called. */
export interface Plan {
  readonly id: string;
  readonly title: string;
  readonly settings: Settings;
  readonly rows: Rows;
  /** World Wide Names as `50:0a:09:81:86:57:d5:a0`; index 0 is the empty name. */
  readonly names: readonly string[];
  /** Ids in files, commands and links, by table and row: `ids.port[1] === 'A.p0'`. */
  readonly ids: Readonly<Partial<Record<TableName, readonly string[]>>>;
  /** What things are called on screen, by table and row: `Server A`, `A1`, `Fabric 1`. */
  readonly labels: Readonly<Partial<Record<TableName, readonly string[]>>>;
  /** Bytes of the world at moment 0. */
  readonly start: ArrayBuffer;
  /** What the scenario says about itself on screen: shortened timers, slowed requests. */
  readonly remarks: readonly string[];
  /** Checksum of the stored program that is run; 0 when the run is not told as one. */
  readonly program: number;
}

/** A thing, named by its table and row. */
export interface Thing {
  readonly table: TableName;
  readonly row: number;
}

/** The thing with this id, or none. */
export function thingOf(plan: Plan, id: string): Thing | null {
  for (const [table, ids] of Object.entries(plan.ids)) {
    const row = ids.indexOf(id);
    if (row > 0) return { table: table as TableName, row };
  }
  return null;
}

export const idOf = (plan: Plan, thing: Thing): string =>
  plan.ids[thing.table]?.[thing.row] ?? `${thing.table}.${thing.row}`;

export const labelOf = (plan: Plan, table: TableName, row: number): string =>
  plan.labels[table]?.[row] ?? '';
