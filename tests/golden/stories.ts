import { commands } from '../../src/commands/index.ts';
import type { Mutation } from '../../src/kernel/sim.ts';
import { ms, seconds } from '../../src/model/time.ts';
import { Story } from '../story.ts';

/** What is done, at which second: command and thing. */
type Deed = readonly [at: number, command: string, thing: string];

/** A story whose trace is kept as a file. */
export interface GoldenStory {
  readonly name: string;
  readonly scenario: string;
  readonly settings: ConstructorParameters<typeof Story>[1];
  readonly deeds: readonly Deed[];
  readonly until: number;
}

const things: Readonly<Record<string, string>> = {
  server: 'A',
  port: 'A.p0',
  cable: 'A.p0.cable',
  interconnect: 'interconnect.A-B',
  host: 'X',
  fabric: 'F1',
  hostPort: 'X.h0',
  shelf: 'shelf1',
  disk: 'A.d0',
};

/** What must have happened before a command applies. */
const before: Readonly<Record<string, readonly string[]>> = {
  'server.repair': ['server.power-loss'],
  'giveback.start': ['server.power-loss', 'server.repair'],
  'port.repair': ['port.fail'],
  'cable.mend': ['cable.cut'],
  'interconnect.mend': ['interconnect.cut'],
  'workload.start': ['workload.stop'],
  'switch-port.enable': ['switch-port.disable'],
  'switch-port.npiv-on': ['switch-port.npiv-off'],
  'isl.mend': ['isl.cut'],
  'switch.power-on': ['switch.power-off'],
  'host-port.repair': ['host-port.fail'],
  'server.resume': ['server.pause'],
  'server.relieve': ['server.slow'],
  'takeover.enable': ['takeover.disable'],
  'takeover.forced': ['takeover.disable', 'server.power-loss'],
  'shelf.mend': ['mailbox.fail'],
  'disk.replace': ['disk.fail'],
  'giveback.forced': ['server.power-loss', 'server.repair'],
};

/** Seconds from one command to the next where eight would be too late. */
const gaps: Readonly<Record<string, number>> = { 'server.pause': 1, 'server.slow': 1 };

/** The opening scenario under each command, eight seconds after what has to come before it. */
const ofCommands = commands.map(({ id, table }): GoldenStory => {
  let at = 2;
  const deeds: Deed[] = [];
  for (const each of before[id] ?? []) {
    deeds.push([at, each, things[table]!]);
    at += gaps[each] ?? 8;
  }
  deeds.push([at, id, things[table]!]);
  return { name: id, scenario: 'start', settings: {}, deeds, until: at + 8 };
});

/** What no single command shows, so that every state of every chart is passed through. */
const ofTurns: readonly GoldenStory[] = [
  {
    name: 'blink-of-power',
    scenario: 'top-1',
    settings: { boot: seconds(3) },
    deeds: [
      [2, 'server.power-loss', 'A'],
      [3, 'server.repair', 'A'],
    ],
    until: 9,
  },
  {
    name: 'port-moves-and-returns',
    scenario: 'top-3',
    settings: {},
    deeds: [
      [2, 'port.fail', 'A.p0'],
      [4, 'port.repair', 'A.p0'],
    ],
    until: 8,
  },
  {
    // Nobody resets the hung server, and its port holds on to the name.
    name: 'refused-until-it-lets-go',
    scenario: 'top-2',
    settings: { resetPartner: false, missesAllowed: 3, boot: seconds(3) },
    deeds: [
      [2, 'server.hang', 'A'],
      [10, 'server.repair', 'A'],
    ],
    until: 16,
  },
  {
    // The device is removed and found again, and its port fails before the checker has looked.
    name: 'host-unplugged',
    scenario: 'top-1',
    settings: { fastIoFail: seconds(1), devLoss: seconds(1) },
    deeds: [
      [2, 'cable.cut', 'X.h0.cable'],
      [6, 'cable.mend', 'X.h0.cable'],
      [7, 'cable.cut', 'A.p0.cable'],
    ],
    until: 14,
  },
  {
    // A silent partner that lives, then panics; a handover that nobody is told of.
    name: 'only-the-mailbox-tells',
    scenario: 'top-2',
    settings: { missesAllowed: 3, boot: seconds(3), mailboxPoll: seconds(2) },
    deeds: [
      [2, 'interconnect.cut', 'interconnect.A-B'],
      [6.2, 'interconnect.mend', 'interconnect.A-B'],
      [6.3, 'server.panic', 'A'],
      [8, 'server.repair', 'A'],
      [14, 'giveback.start', 'A'],
      [14.5, 'interconnect.cut', 'interconnect.A-B'],
      [17, 'interconnect.mend', 'interconnect.A-B'],
    ],
    until: 20,
  },
  {
    // One name of A gets no address at B until NPIV is on again.
    name: 'no-address-for-a-name',
    scenario: 'top-1',
    settings: { missesAllowed: 3 },
    deeds: [
      [2, 'switch-port.npiv-off', 'B.p0.cable'],
      [3, 'server.power-loss', 'A'],
      [14, 'switch-port.npiv-on', 'B.p0.cable'],
    ],
    until: 18,
  },
  {
    // The order to shut down is still on its way when B’s patience ends: A learns it from the fabric.
    name: 'second-login-wins',
    scenario: 'top-2',
    settings: {
      duplicateNames: 'second-wins',
      resetPartner: false,
      interconnectLatency: seconds(1),
      shutdownLimit: 0,
      fence: ms(10),
      replayFullLog: 0,
    },
    deeds: [
      [2, 'workload.stop', 'X'],
      [2, 'takeover.planned', 'A'],
    ],
    until: 6,
  },
  {
    // The port logs in anew where the name server has listed it all along.
    name: 'old-address-still-listed',
    scenario: 'top-1',
    settings: { nameQuery: 'GPN_ID' },
    deeds: [
      [2, 'port.fail', 'A.p0'],
      [2.2, 'port.repair', 'A.p0'],
    ],
    until: 5,
  },
  {
    name: 'name-lodges-at-the-partner',
    scenario: 'top-1',
    settings: { portMove: 'partner-pair', mailboxPoll: seconds(1) },
    deeds: [
      [2, 'port.fail', 'A.p0'],
      [5, 'port.repair', 'A.p0'],
    ],
    until: 8,
  },
  {
    name: 'switch-starts-again',
    scenario: 'top-1',
    settings: { switchBoot: seconds(2) },
    deeds: [
      [2, 'switch.power-off', 'F1'],
      [4, 'switch.power-on', 'F1'],
    ],
    until: 8,
  },
];

/** What faults of disks and logs start. */
const ofFaults: readonly GoldenStory[] = [
  {
    name: 'disk-joins-a-takeover',
    scenario: 'top-2',
    settings: { missesAllowed: 3, rebuildDisk: seconds(2) },
    deeds: [
      [2, 'disk.fail', 'A.d0'],
      [2.1, 'server.power-loss', 'A'],
      [9, 'disk.replace', 'A.d0'],
    ],
    until: 12,
  },
  {
    name: 'takeover-undone',
    scenario: 'top-2',
    settings: { missesAllowed: 3 },
    deeds: [
      [2, 'nvram.damage', 'B'],
      [2.1, 'server.power-loss', 'A'],
    ],
    until: 12,
  },
  {
    name: 'giveback-suspended',
    scenario: 'top-2',
    settings: {
      missesAllowed: 3,
      boot: seconds(3),
      automaticGiveback: seconds(1),
      givebacksAllowed: 1,
    },
    deeds: [
      [2, 'server.power-loss', 'A'],
      [8, 'server.repair', 'A'],
      [18, 'server.power-loss', 'A'],
      [24, 'server.repair', 'A'],
      [36, 'giveback.start', 'A'],
    ],
    until: 40,
  },
];

export const goldenStories: readonly GoldenStory[] = [...ofCommands, ...ofTurns, ...ofFaults];

/** Tells a golden story; throws when something in it is refused, unless the charts are bent. */
export function tellGolden(golden: GoldenStory, mutation: Mutation = {}): Story {
  const story = new Story(golden.scenario, golden.settings, mutation);
  for (const [at, command, thing] of golden.deeds) {
    story.until(at);
    if (mutation.without) story.sim.act(command, thing);
    else story.do(command, thing);
  }
  return story.until(golden.until);
}
