import * as chain from './chains.ts';
import type { Claim, Element } from './claim.ts';

const detect: Element = {
  says: 'A second server notices that the first has failed. On both, a primary and a secondary virtual port share a physical port.',
  shownBy: ['partner.declared-failed', 'B', 'A'],
  lookAt: ['A', 'B'],
};
const activate: Element = {
  says: 'The secondary virtual port on the second server is activated.',
  shownBy: ['vport.initialized', 'B.p0.S1'],
  lookAt: ['B.p0.S1'],
};
const configure: Element = {
  says: 'It is given the identity of the primary virtual port of the failed server.',
  shownBy: ['vport.names-written', 'B.p0.S1'],
  lookAt: ['A.p0.P', 'B.p0.S1'],
};
const service: Element = {
  says: 'Disks of the first server are served through that secondary virtual port.',
  shownBy: ['io.arrived', null, 'B.p0.S1'],
  lookAt: ['B.p0.S1', 'A.d0'],
};

const takeover = (slots: readonly string[]): Claim['order'] =>
  slots.flatMap((slot) => [chain.disks('B', 'A', slot), chain.slot(slot), chain.served(slot, 'B')]);

const away = {
  owners: { 'A.d0': 'B', 'B.d0': 'B' },
  carries: { 'B.p0.S1': 'A.p0.P', 'B.p1.S1': 'A.p1.P' },
};

const byPowerLoss = {
  cluster: 'top-1',
  script: [[2, 'server.power-loss', 'A']],
  until: 28,
  order: [chain.silence, ...takeover(['B.p0.S1', 'B.p1.S1'])],
  ending: away,
} as const satisfies Partial<Claim>;

const afterwards = { boot: 5_000_000, automaticGiveback: 'off' } as const;

const terminate: Element = {
  says: 'The secondary virtual port takes no more requests for the first server’s disks.',
  shownBy: ['vport.quiesced', 'B.p0.S1'],
  lookAt: ['B.p0.S1'],
};
const deactivate: Element = {
  says: 'The secondary virtual port is deactivated.',
  shownBy: ['vport.disabled', 'B.p0.S1'],
  lookAt: ['B.p0.S1'],
};
const home: Element = {
  says: 'The first server serves its disks through its own primary virtual port again.',
  shownBy: ['giveback.completed', 'B', 'A'],
  lookAt: ['A.p0.P', 'A.d0'],
};

const four = 'A second server does the same four things: ';

/** Claims 26 to 34: two servers, each with a primary and a secondary virtual port. */
export const serverClaims: readonly Claim[] = [
  {
    ...byPowerLoss,
    number: 26,
    builtOn: null,
    title: 'A secondary virtual port stands in for a primary',
    elements: [detect, activate, configure, service],
  },
  {
    number: 27,
    builtOn: 26,
    title: 'Failover for scheduled maintenance',
    elements: [
      {
        says: 'The failover is started on purpose, for maintenance of the first server.',
        shownBy: ['takeover.ordered', 'B', 'A'],
        lookAt: ['A'],
      },
      activate,
      configure,
      service,
    ],
    cluster: 'top-1',
    script: [[2, 'takeover.planned', 'A']],
    until: 14,
    order: [chain.ordered, ...takeover(['B.p0.S1', 'B.p1.S1'])],
    never: [['path.failed']],
    ending: { ...away, pauseAtMost: { lun0: 5 } },
  },
  {
    ...byPowerLoss,
    number: 28,
    builtOn: 26,
    title: 'Silence at the second server',
    elements: [
      {
        says: 'Heartbeats of the first server stay out at the second.',
        shownBy: ['heartbeat.missed', 'B', 'A', 1],
        lookAt: ['interconnect.A-B'],
      },
      detect,
    ],
    script: [[2, 'server.hang-dead', 'A']],
    never: [['panic-packet.heard']],
  },
  {
    number: 29,
    builtOn: 26,
    title: 'The names go home',
    elements: [
      {
        says: 'The first server is found to have recovered.',
        shownBy: ['partner.waits', 'B', 'A'],
        lookAt: ['A'],
      },
      terminate,
      deactivate,
      home,
    ],
    cluster: 'top-1',
    settings: { boot: 5_000_000, automaticGiveback: 5_000_000 },
    script: [
      [2, 'server.power-loss', 'A'],
      [26, 'server.repair', 'A'],
    ],
    until: 52,
    order: [
      chain.giveback,
      [
        ['giveback.completed', 'B', 'A'],
        ['io.served', null, 'A'],
      ],
    ],
    ending: { asAtTheStart: true },
  },
  {
    number: 30,
    builtOn: 29,
    title: 'An operator asks for the giveback',
    elements: [
      {
        says: 'A command of a client starts the giveback.',
        shownBy: ['giveback.ordered', 'B', 'A'],
        lookAt: ['B'],
      },
      terminate,
      deactivate,
      home,
    ],
    cluster: 'top-1',
    settings: afterwards,
    script: [
      [2, 'server.power-loss', 'A'],
      [26, 'server.repair', 'A'],
      [40, 'giveback.start', 'A'],
    ],
    until: 56,
    order: [[['giveback.ordered', 'B', 'A'], ...chain.giveback.slice(1)]],
    ending: { asAtTheStart: true },
  },
  {
    ...byPowerLoss,
    number: 31,
    builtOn: null,
    title: 'A system of two servers',
    elements: [
      {
        says: 'Each of two servers has a physical port that a primary and a secondary virtual port share.',
        shownBy: null,
        lookAt: ['A.p0.P', 'A.p0.S1', 'B.p0.P', 'B.p0.S1'],
      },
      { ...detect, says: `${four}(i) it notices the failure of the first.` },
      { ...activate, says: '(ii) It activates its secondary virtual port.' },
      { ...configure, says: '(iii) It gives it the identity of the failed server’s primary.' },
      { ...service, says: '(iv) It serves disks of the first server through it.' },
    ],
  },
  ...(
    [
      [32, 31, 'The identity is two names', 'The identity is a node name and a port name.'],
      [
        33,
        32,
        'The node name is a World Wide Node Name',
        'The node name is a Fibre Channel World Wide Node Name.',
      ],
      [
        34,
        32,
        'The port name is a World Wide Port Name',
        'The port name is a Fibre Channel World Wide Port Name.',
      ],
    ] as const
  ).map(([number, builtOn, title, says]): Claim => ({
    ...byPowerLoss,
    number,
    builtOn,
    title,
    elements: [{ says, shownBy: ['vport.names-written', 'B.p0.S1'], lookAt: ['B.p0.S1'] }],
  })),
];
