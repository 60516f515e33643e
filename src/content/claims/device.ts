import * as chain from './chains.ts';
import type { Claim, Element } from './claim.ts';

const failed: Element = {
  says: 'The failure of the first device, server A, is noticed.',
  shownBy: ['partner.declared-failed', 'B', 'A'],
  lookAt: ['A', 'B'],
};
const ready: Element = {
  says: 'A second virtual port is made ready: slot S1 on a port of server B, which B’s own virtual port uses too.',
  shownBy: ['vport.initialized', 'B.p0.S1'],
  lookAt: ['B.p0.P', 'B.p0.S1'],
};
const identity: Element = {
  says: 'That slot is given the identity of the virtual port that was on A.',
  shownBy: ['vport.names-written', 'B.p0.S1'],
  lookAt: ['A.p0.P', 'B.p0.S1'],
};
const serves: Element = {
  says: 'B serves the disks that A owned, through that slot.',
  shownBy: ['io.arrived', null, 'B.p0.S1'],
  lookAt: ['B.p0.S1', 'A.d0'],
};
const whole: readonly Element[] = [failed, ready, identity, serves];

const byPowerLoss = {
  cluster: 'top-2',
  script: [[2, 'server.power-loss', 'A']],
  until: 24,
  order: [
    chain.silence,
    chain.disks('B', 'A', 'B.p0.S1'),
    chain.slot('B.p0.S1'),
    chain.served('B.p0.S1', 'B'),
  ],
  ending: { owners: { 'A.d0': 'B', 'B.d0': 'B' }, carries: { 'B.p0.S1': 'A.p0.P' } },
} as const satisfies Partial<Claim>;

/** Claims 1 to 11: a first device fails over to a second one. */
export const deviceClaims: readonly Claim[] = [
  {
    ...byPowerLoss,
    number: 1,
    builtOn: null,
    title: 'A name and its disks move to a second device',
    elements: whole,
    ending: { ...byPowerLoss.ending, pauseAtMost: { lun0: 20.2 } },
  },
  {
    ...byPowerLoss,
    number: 2,
    builtOn: 1,
    title: 'The failure shows as silence',
    elements: [
      {
        says: 'The failure is noticed because heartbeats of A stay out at B.',
        shownBy: ['heartbeat.missed', 'B', 'A', 1],
        lookAt: ['interconnect.A-B'],
      },
      failed,
    ],
    never: [['panic-packet.heard']],
  },
  {
    number: 3,
    builtOn: 1,
    title: 'A command starts the failover',
    elements: [
      {
        says: 'The takeover begins because an operator orders it.',
        shownBy: ['takeover.ordered', 'B', 'A'],
        lookAt: ['B'],
      },
      ...whole.slice(1),
    ],
    cluster: 'top-2',
    script: [[2, 'takeover.planned', 'A']],
    until: 14,
    order: [chain.ordered, chain.slot('B.p0.S1'), chain.served('B.p0.S1', 'B')],
    ending: byPowerLoss.ending,
  },
  {
    ...byPowerLoss,
    number: 4,
    builtOn: 1,
    title: 'Both names are copied',
    elements: [
      {
        says: 'The node name of the slot is set to the node name of A’s virtual port.',
        shownBy: ['vport.names-written', 'B.p0.S1'],
        lookAt: ['B.p0.S1'],
      },
      {
        says: 'The port name of the slot is set to the port name of A’s virtual port.',
        shownBy: ['vport.names-written', 'B.p0.S1'],
        lookAt: ['B.p0.S1'],
      },
    ],
  },
  {
    ...byPowerLoss,
    number: 5,
    builtOn: 4,
    title: 'The node name is a World Wide Node Name',
    elements: [
      {
        says: 'In a Fibre Channel network the node name is a World Wide Node Name of 64 bits.',
        shownBy: ['vport.names-written', 'B.p0.S1'],
        lookAt: ['B.p0.S1'],
      },
    ],
  },
  {
    ...byPowerLoss,
    number: 6,
    builtOn: 4,
    title: 'The port name is a World Wide Port Name',
    elements: [
      {
        says: 'In a Fibre Channel network the port name is a World Wide Port Name; the slot logs in under it.',
        shownBy: ['fabric.fdisc-sent', 'B.p0.S1'],
        lookAt: ['B.p0.S1'],
      },
    ],
  },
  {
    ...byPowerLoss,
    number: 7,
    builtOn: 1,
    title: 'Both devices are storage systems',
    elements: [
      {
        says: 'The two devices are storage systems: each has disks and answers for LUNs.',
        shownBy: null,
        lookAt: ['A', 'B', 'A.d0', 'B.d0'],
      },
      ...whole,
    ],
  },
  {
    ...byPowerLoss,
    number: 8,
    builtOn: 1,
    title: 'Requests to the moved name are processed',
    elements: [
      {
        says: 'B processes requests that are sent to the second virtual port.',
        shownBy: ['io.arrived', null, 'B.p0.S1'],
        lookAt: ['B.p0.S1'],
      },
    ],
    until: 30,
  },
  {
    ...byPowerLoss,
    number: 9,
    builtOn: 8,
    title: 'Requests to a third virtual port go on',
    elements: [
      {
        says: 'B processes requests that are sent to the second virtual port.',
        shownBy: ['io.arrived', null, 'B.p0.S1'],
        lookAt: ['B.p0.S1'],
      },
      {
        says: 'B goes on processing requests sent to a third virtual port: its own.',
        shownBy: ['io.arrived', null, 'B.p0.P'],
        lookAt: ['B.p0.P'],
      },
    ],
    order: [
      ...byPowerLoss.order,
      [
        ['takeover.completed', 'B'],
        ['io.arrived', null, 'B.p0.P'],
      ],
    ],
  },
  {
    ...byPowerLoss,
    number: 10,
    builtOn: 9,
    title: 'Both live on one physical port',
    elements: [
      {
        says: 'The second virtual port is on the same physical port as the third.',
        shownBy: ['vport.enabled', 'B.p0.S1'],
        lookAt: ['B.p0', 'B.p0.P', 'B.p0.S1'],
      },
    ],
    order: [
      ...byPowerLoss.order,
      [
        ['takeover.completed', 'B'],
        ['io.arrived', null, 'B.p0.P'],
        ['io.arrived', null, 'B.p0.S1'],
      ],
    ],
  },
  {
    ...byPowerLoss,
    number: 11,
    builtOn: 1,
    title: 'A slot among others',
    elements: [
      {
        says: 'The second virtual port is one row among several of the same physical port.',
        shownBy: ['vport.enabled', 'B.p0.S1'],
        lookAt: ['B.p0.base', 'B.p0.P', 'B.p0.S1'],
      },
    ],
  },
];
