import type { Fault } from './fault.ts';

/** Faults on the host’s side of the fabric. */
export const hostFaults: readonly Fault[] = [
  {
    id: 'F39',
    title: 'A host adapter port dies',
    detectedBy: 'The host alone: its port sees no light',
    shouldHappen: 'Multipathing uses the other adapter port; the storage does nothing',
    mustNever: 'A failover of the storage',
    source: 'HPE Persistent Ports: host faults are not covered',
    scenario: 'top-1',
    script: [
      [10, 'host-port.fail', 'X.h0'],
      [30, 'host-port.repair', 'X.h0'],
    ],
    until: 45,
    happens: [
      ['host-port.broken', 'X.h0'],
      ['link.down', 'X.h0.cable'],
      ['host-port.dark', 'X.h0'],
      ['path.failed'],
      ['io.acknowledged', null, 'lun0'],
      ['host-port.online', 'X.h0'],
      ['path.reinstated'],
    ],
    never: [['takeover.started'], ['port.failure-detected'], ['io.failed']],
  },
  {
    id: 'F40',
    title: 'A host misses the notification of a move',
    detectedBy: 'The command timer of what it sent to the old address, 30 s',
    shouldHappen: 'It gives the path up, asks the name server and finds the name again',
    mustNever: 'A host that sends to an empty address for ever',
    source: 'Linux sd: 30 s command timer',
    scenario: 'top-3',
    script: [
      [9, 'host.rscn-lost', 'X.h0'],
      [10, 'port.fail', 'A.p0'],
    ],
    until: 60,
    happens: [
      ['port.moved', 'A.p0', 'A.p1'],
      ['rscn.missed', 'X.h0'],
      ['io.timed-out'],
      ['path.failed'],
      ['name-server.answered'],
      ['path.online'],
      ['path.reinstated'],
    ],
    never: [['takeover.started'], ['io.failed']],
  },
];
