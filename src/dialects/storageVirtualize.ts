import type { Dialect } from './dialect.ts';
import { plural } from './dialect.ts';

/** IBM SAN Volume Controller and Storage Virtualize, NPIV target ports. */
export const storageVirtualize: Dialect = {
  id: 'svc',
  title: 'SVC, Storage Virtualize NPIV',
  glossaries: [
    {
      source: 'IBM Storage Virtualize, N_Port ID Virtualization overview',
      terms: [
        ...plural('server', 'node'),
        { ours: 'takeover', theirs: 'node failover' },
        { ours: 'giveback', theirs: 'node failback' },
        { ours: 'virtual port database', theirs: 'NPIV target ports' },
      ],
    },
    {
      source: 'IBM Storage Virtualize command line, lstargetportfc: WWNN, WWPN, nportid',
      terms: [
        ...plural('node name', 'WWNN'),
        ...plural('port name', 'WWPN'),
        { ours: 'FC address', theirs: 'nportid' },
      ],
    },
  ],
  settings: { portMove: 'none', automaticGiveback: 1_000_000 },
  differs: [
    {
      what: 'WWPNs move when a node fails, not when a single port or link does: there the host’s other paths carry on.',
      source: 'IBM Storage Virtualize, NPIV overview; for links an assumption',
    },
    {
      what: 'A WWPN keeps its port ID: port 1 of a node moves to port 1 of the other node of its I/O group, or to a hot spare node.',
      source: 'IBM Storage Virtualize, NPIV zoning considerations; Redpaper 5477',
    },
    {
      what: 'Nodes answer for virtual disks through a shared cache. No disk changes owner.',
      source: 'IBM Storage Virtualize architecture; simplified here',
    },
    {
      what: 'On Cisco switches the FLOGI quiesce time has to be 0, or a moved WWPN is refused for that long.',
      source: 'IBM support document 634099',
    },
  ],
  trademark: 'IBM, SAN Volume Controller and Storage Virtualize are trademarks of IBM.',
};
