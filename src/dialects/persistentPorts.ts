import type { Dialect } from './dialect.ts';
import { plural } from './dialect.ts';

/** HPE 3PAR Persistent Ports. */
export const persistentPorts: Dialect = {
  id: '3par',
  title: '3PAR Persistent Ports',
  glossaries: [
    {
      source: 'HPE 3PAR Persistent Ports, white paper 4AA4-4545ENW',
      terms: [
        ...plural('server', 'node'),
        { ours: 'takeover', theirs: 'failover' },
        { ours: 'giveback', theirs: 'failback' },
        { ours: 'virtual port database', theirs: 'Persistent Ports' },
        { ours: 'give back', theirs: 'fail back' },
        { ours: 'giving back', theirs: 'failing back' },
        { ours: 'no light', theirs: 'loss_sync' },
      ],
    },
    {
      source: 'HPE 3PAR command line, showport: Node_WWN and Port_WWN',
      terms: [...plural('node name', 'node WWN'), ...plural('port name', 'port WWN')],
    },
    {
      source: 'usage among engineers; the words native and guest are an assumption',
      terms: [
        { ours: 'primary', theirs: 'native port' },
        { ours: 'secondary', theirs: 'guest port' },
        { ours: 'second.', theirs: 'guest port' },
      ],
    },
  ],
  settings: { portMove: 'partner-pair', automaticGiveback: 1_000_000 },
  differs: [
    {
      what: 'Ports are named node:slot:port. The name of 0:1:1 goes to 1:1:1, the same slot and port of the partner node, and to no other.',
      source: 'HPE 3PAR Persistent Ports, white paper 4AA4-4545ENW',
    },
    {
      what: 'A port that loses its light (loss_sync) fails over to the partner node, too, which serves all volumes itself. Here disks have one owner, and the partner hands requests on to it.',
      source: 'HPE 3PAR Persistent Ports, from OS 3.1.3',
    },
    {
      what: 'Failback begins by itself once the node is up.',
      source: 'HPE 3PAR Persistent Ports, white paper 4AA4-4545ENW',
    },
    {
      what: 'All nodes serve all volumes, so no disk changes owner.',
      source: 'HPE 3PAR architecture; simplified here',
    },
  ],
  trademark: '3PAR is a trademark of Hewlett Packard Enterprise.',
};
