import type { Dialect } from './dialect.ts';
import { plural } from './dialect.ts';

const trademark = 'NetApp, Data ONTAP and ONTAP are trademarks of NetApp, Inc.';

/** Data ONTAP 7-Mode with several names on a port (cfmode mixed and dual_fabric). */
export const sevenMode: Dialect = {
  id: 'cfmode',
  title: 'Data ONTAP 7, cfmode mixed',
  glossaries: [
    {
      source: 'NetApp, how controller failover works (library.netapp.com ECMP1368845)',
      terms: [
        ...plural('server', 'node'),
        { ours: 'log', theirs: 'NVRAM log' },
        // It is called so here already, and not to be said twice.
        { ours: 'NVRAM log', theirs: 'NVRAM log' },
        { ours: 'planned takeover by its partner', theirs: 'cf takeover by its partner' },
        { ours: 'takeover inhibited', theirs: 'takeover disabled' },
      ],
    },
    {
      source: 'NetApp community, FCP cfmode: local, standby and partner ports',
      terms: [
        { ours: 'virtual port database', theirs: 'FCP target ports' },
        { ours: 'primary', theirs: 'local port' },
        { ours: 'secondary', theirs: 'standby port' },
        { ours: 'second.', theirs: 'standby port' },
        ...plural('node name', 'WWNN'),
        ...plural('port name', 'WWPN'),
      ],
    },
  ],
  settings: { portMove: 'none' },
  differs: [
    {
      what: 'Each port has three states at once: local, standby and partner. The third, a proxy path to the partner’s LUNs, is left out here. The other cfmodes are clusters of their own: scenarios mode-standby-port, mode-partner-port and, for single_image, mode-multipathing-only.',
      source: 'NetApp community, FCP cfmode mixed',
    },
    {
      what: 'Mixed mode needs loop mode: every new name initializes the loop and halts all names of the port for a moment. Here names log in through NPIV.',
      source: 'NetApp community, FCP cfmode mixed',
    },
    {
      what: 'A name never moves to another port of the same node.',
      source: 'assumption of this model',
    },
  ],
  trademark,
};

/** ONTAP on ASA systems: persistent ports. */
export const ontap: Dialect = {
  id: 'ontap',
  title: 'ONTAP persistent ports',
  glossaries: [
    {
      source: 'NetApp ONTAP documentation, ASA support and limitations: persistent ports',
      terms: [
        ...plural('server', 'node'),
        ...plural('virtual port', 'LIF'),
        { ours: 'virtual port database', theirs: 'SAN LIFs' },
        { ours: 'primary', theirs: 'LIF' },
        { ours: 'secondary', theirs: 'shadow LIF' },
        { ours: 'second.', theirs: 'shadow LIF' },
        { ours: 'interconnect', theirs: 'HA interconnect' },
        {
          ours: 'planned takeover by its partner',
          theirs: 'storage failover takeover by its partner',
        },
        ...plural('node name', 'WWNN'),
        ...plural('port name', 'WWPN'),
      ],
    },
  ],
  settings: { portMove: 'none' },
  differs: [
    {
      what: 'Only ASA systems have persistent ports for FC. On others a SAN LIF stays where it is and the host’s other paths carry on, as in the scenario mode-multipathing-only.',
      source: 'NetApp ONTAP documentation, path failover concept',
    },
    {
      what: 'A SAN LIF does not move when a port or link of its own node fails.',
      source: 'NetApp ONTAP documentation, path failover concept',
    },
    {
      what: 'Disks move as aggregates, the root first and the data one after another; here all disks of a node move together.',
      source: 'NetApp ONTAP documentation, automatic takeover and giveback',
    },
    {
      what: 'Both nodes need the same FC ports, by number, name and speed.',
      source: 'NetApp ONTAP documentation, ASA support and limitations',
    },
  ],
  trademark,
};
