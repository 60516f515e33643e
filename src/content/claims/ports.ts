import * as chain from './chains.ts';
import type { Claim, Element } from './claim.ts';

const activate: Element = {
  says: 'A secondary virtual port on a second physical port of the same server is activated; that port can carry two or more.',
  shownBy: ['vport.initialized', 'A.p1.S2'],
  lookAt: ['A.p1.P', 'A.p1.S2'],
};
const configure: Element = {
  says: 'It is given the identity of the failed primary virtual port.',
  shownBy: ['vport.names-written', 'A.p1.S2'],
  lookAt: ['A.p0.P', 'A.p1.S2'],
};
const service: Element = {
  says: 'Disks of the server are served through that secondary virtual port.',
  shownBy: ['io.arrived', null, 'A.p1.S2'],
  lookAt: ['A.p1.S2', 'A.d0'],
};

const still = [['takeover.started'], ['disk.owner-changed']] as const satisfies Claim['never'];

const moved = {
  cluster: 'top-3',
  until: 12,
  never: still,
  ending: {
    owners: { 'A.d0': 'A', 'B.d0': 'B' },
    carries: { 'A.p1.S2': 'A.p0.P' },
    pauseAtMost: { lun0: 5 },
  },
} as const satisfies Partial<Claim>;

/** Claims 36, 37 and 39: a name moves inside its server, and back. */
export const portClaims: readonly Claim[] = [
  {
    ...moved,
    number: 36,
    builtOn: null,
    title: 'A name moves to a sibling port; the disks stay',
    elements: [
      {
        says: 'The failure of a primary virtual port on a first physical port is noticed.',
        shownBy: ['port.failure-detected', 'A.p0'],
        lookAt: ['A.p0'],
      },
      activate,
      configure,
      service,
    ],
    script: [[3, 'port.fail', 'A.p0']],
    order: [chain.portMove, chain.served('A.p1.S2', 'A')],
  },
  {
    ...moved,
    number: 37,
    builtOn: 36,
    title: 'A port is taken out for maintenance',
    elements: [
      {
        says: 'The move is started on purpose, for maintenance.',
        shownBy: ['port.maintenance-started', 'A.p0'],
        lookAt: ['A.p0'],
      },
      activate,
      configure,
      service,
    ],
    script: [[3, 'port.maintenance', 'A.p0']],
    order: [
      [
        ['port.maintenance-started', 'A.p0'],
        ['vport.quiesced', 'A.p0.P'],
        ['fabric.logged-out', 'A.p0.P'],
        ['vport.enabled', 'A.p1.S2'],
        ['port.moved', 'A.p0', 'A.p1'],
      ],
      chain.served('A.p1.S2', 'A'),
    ],
    never: [...still, ['link.down', 'A.p0.cable'], ['path.failed']],
  },
  {
    ...moved,
    number: 38,
    builtOn: 36,
    title: 'The partner notices that a port does not answer',
    elements: [
      {
        says: 'What fails is noticed at the second server, which misses a sign of life of the first.',
        shownBy: ['port.partner-echo-lost', 'A.p0', 'B.p0', 3],
        lookAt: ['A.p0', 'B.p0'],
      },
      {
        says: 'The first server learns of it and takes the port out of service.',
        shownBy: ['port.failure-detected', 'A.p0'],
        lookAt: ['A.p0'],
      },
      activate,
      configure,
      service,
    ],
    settings: { portProbeBy: 'partner' },
    script: [[3, 'port.half-open', 'A.p0']],
    order: [
      [
        ['port.half-open', 'A.p0'],
        ['port.partner-echo-lost', 'A.p0', 'B.p0', 1],
        ['port.partner-echo-lost', 'A.p0', 'B.p0', 3],
        ['port.failure-reported', 'B', 'A.p0'],
        ['port.taken-offline', 'A.p0'],
        ['port.failure-detected', 'A.p0'],
      ],
      chain.portMove,
      chain.served('A.p1.S2', 'A'),
    ],
    never: [...still, ['port.echo-lost']],
    ending: { ...moved.ending, pauseAtMost: { lun0: 7 } },
    interpretation:
      'Claim 38 builds on the failure of a port inside one server, and yet has a second server miss a heartbeat of the first. We read it so: the sign of life is the answer of each port to an ECHO that the partner’s port sends over the fabric. The partner reports that the answers stay out, and the first server moves the name inside itself.',
  },
  {
    number: 39,
    builtOn: 36,
    title: 'The name goes back to its own port',
    elements: [
      {
        says: 'The primary virtual port is found to have recovered.',
        shownBy: ['port.recovered', 'A.p0'],
        lookAt: ['A.p0'],
      },
      {
        says: 'The secondary virtual port takes no more requests.',
        shownBy: ['vport.quiesced', 'A.p1.S2'],
        lookAt: ['A.p1.S2'],
      },
      {
        says: 'The secondary virtual port is deactivated.',
        shownBy: ['vport.disabled', 'A.p1.S2'],
        lookAt: ['A.p1.S2'],
      },
      {
        says: 'Disks are served through the primary virtual port again.',
        shownBy: ['port.returned', 'A.p0'],
        lookAt: ['A.p0.P'],
      },
    ],
    cluster: 'top-3',
    script: [
      [3, 'port.fail', 'A.p0'],
      [12, 'port.repair', 'A.p0'],
    ],
    until: 30,
    order: [
      [
        ['port.recovered', 'A.p0'],
        ['vport.quiesced', 'A.p1.S2'],
        ['vport.drained', 'A.p1.S2'],
        ['fabric.logged-out', 'A.p1.S2'],
        ['vport.disabled', 'A.p1.S2'],
        ['vport.enabled', 'A.p0.P'],
        ['fabric.login-accepted', 'A.p0.P'],
        ['port.returned', 'A.p0'],
      ],
    ],
    never: still,
    ending: { asAtTheStart: true },
  },
];
