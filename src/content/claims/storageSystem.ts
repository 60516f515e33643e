import * as chain from './chains.ts';
import type { Claim, Element } from './claim.ts';

const builtIn = (says: string, ...lookAt: string[]): Element => ({ says, shownBy: null, lookAt });

const assumes: Element = {
  says: 'It can make one of its virtual ports take on the network identity of a port of its partner.',
  shownBy: ['vport.names-written', 'B.p0.S1'],
  lookAt: ['B.p0.S1'],
};

const byPowerLoss = {
  cluster: 'top-1',
  script: [[2, 'server.power-loss', 'A']],
  until: 28,
  order: [
    chain.silence,
    ...['B.p0.S1', 'B.p1.S1'].flatMap((slot) => [
      chain.disks('B', 'A', slot),
      chain.slot(slot),
      chain.served(slot, 'B'),
    ]),
  ],
  ending: {
    owners: { 'A.d0': 'B', 'A.d1': 'B', 'B.d0': 'B' },
    carries: { 'B.p0.S1': 'A.p0.P', 'B.p1.S1': 'A.p1.P' },
  },
} as const satisfies Partial<Claim>;

/** Claims 12 to 17 and 20 to 25: a storage system that can stand in for its partner. */
export const storageSystemClaims: readonly Claim[] = [
  {
    ...byPowerLoss,
    number: 12,
    builtOn: null,
    title: 'A storage system that can stand in for its partner',
    elements: [
      builtIn('It has a physical port on a network.', 'B.p0'),
      builtIn('Several virtual ports belong to that port.', 'B.p0.P', 'B.p0.S1'),
      assumes,
      {
        says: 'It can take control of the disks of its partner.',
        shownBy: ['disk.owner-changed', 'A.d0', 'A', 'B'],
        lookAt: ['A.d0', 'A.d1'],
      },
      {
        says: 'It can serve requests sent to the identity that it took on.',
        shownBy: ['io.arrived', null, 'B.p0.S1'],
        lookAt: ['B.p0.S1'],
      },
    ],
  },
  {
    ...byPowerLoss,
    number: 13,
    builtOn: 12,
    title: 'It sets a node name and a port name',
    elements: [
      {
        says: 'It sets the node name of one virtual port to that of the partner’s port.',
        shownBy: ['vport.names-written', 'B.p0.S1'],
        lookAt: ['B.p0.S1'],
      },
      {
        says: 'It sets the port name of that virtual port to that of the partner’s port.',
        shownBy: ['vport.names-written', 'B.p0.S1'],
        lookAt: ['B.p0.S1'],
      },
    ],
  },
  ...([14, 15] as const).map((number): Claim => ({
    ...byPowerLoss,
    number,
    builtOn: 13,
    title:
      number === 14
        ? 'The node name is a World Wide Node Name'
        : 'The port name is a World Wide Port Name',
    elements: [
      {
        says:
          number === 14
            ? 'The node name is a Fibre Channel World Wide Node Name.'
            : 'The port name is a Fibre Channel World Wide Port Name.',
        shownBy: ['vport.names-written', 'B.p0.S1'],
        lookAt: ['B.p0.S1'],
      },
    ],
  })),
  {
    number: 16,
    builtOn: 12,
    title: 'The partner’s port is a physical one',
    elements: [
      builtIn('The port of the partner whose identity moves is a physical port.', 'A.p0'),
      assumes,
      {
        says: 'Hosts find the name of that physical port again on a virtual port.',
        shownBy: ['io.arrived', null, 'B.p0.S1'],
        lookAt: ['B.p0.S1'],
      },
    ],
    cluster: 'top-4',
    script: [[2, 'server.power-loss', 'A']],
    until: 26,
    order: [
      chain.silence,
      chain.disks('B', 'A', 'B.p0.S1'),
      chain.slot('B.p0.S1'),
      chain.served('B.p0.S1', 'B'),
    ],
    ending: { owners: { 'A.d0': 'B' }, carries: { 'B.p0.S1': 'A.p0.P' } },
  },
  {
    ...byPowerLoss,
    number: 17,
    builtOn: 12,
    title: 'The partner’s port is a virtual one',
    elements: [
      builtIn('The port of the partner whose identity moves is a virtual port.', 'A.p0.P'),
      assumes,
    ],
  },
  {
    ...byPowerLoss,
    number: 20,
    builtOn: null,
    title: 'One virtual port serves, the other stands by',
    elements: [
      builtIn('It has a physical port on a network.', 'B.p0'),
      {
        says: 'A first virtual port on it takes requests sent to this storage system.',
        shownBy: ['io.arrived', null, 'B.p0.P'],
        lookAt: ['B.p0.P'],
      },
      {
        says: 'A second virtual port on it can take on the identity of a failed storage system.',
        shownBy: ['vport.names-written', 'B.p0.S1'],
        lookAt: ['B.p0.S1'],
      },
    ],
    script: [[5, 'server.power-loss', 'A']],
    until: 32,
  },
  {
    ...byPowerLoss,
    number: 21,
    builtOn: 20,
    title: 'The second virtual port processes requests',
    elements: [
      {
        says: 'The second virtual port processes requests sent to the identity of the failed storage system.',
        shownBy: ['io.arrived', null, 'B.p0.S1'],
        lookAt: ['B.p0.S1'],
      },
    ],
    script: [[5, 'server.power-loss', 'A']],
    until: 32,
  },
  ...(
    [
      [
        22,
        20,
        'A changed row is all it takes',
        'The second virtual port takes the identity on because its row in the virtual port database is changed.',
      ],
      [
        23,
        22,
        'The row has a node name and a port name',
        'The row of the virtual port database has a field for the node name and one for the port name.',
      ],
      [
        24,
        23,
        'The node name field',
        'The node name field holds the World Wide Node Name of the second virtual port.',
      ],
      [
        25,
        23,
        'The port name field',
        'The port name field holds the World Wide Port Name of the second virtual port.',
      ],
    ] as const
  ).map(([number, builtOn, title, says]): Claim => ({
    ...byPowerLoss,
    number,
    builtOn,
    title,
    elements: [{ says, shownBy: ['vport.names-written', 'B.p0.S1'], lookAt: ['B.p0.S1'] }],
    script: [[5, 'server.power-loss', 'A']],
    until: 32,
    // No row is added and the physical port is not started anew: its light stays.
    never: [
      ['link.down', 'B.p0.cable'],
      ['vport.link-down', 'B.p0.P'],
    ],
  })),
];
