import type { Dialect } from './dialect.ts';
import { plural } from './dialect.ts';

/** Dell Compellent (SC Series), virtual port mode. */
export const compellent: Dialect = {
  id: 'compellent',
  title: 'Compellent virtual ports',
  glossaries: [
    {
      source: 'Dell SC Series, virtual port mode (SC4020 deployment guide, SCv3000 documentation)',
      terms: [
        ...plural('server', 'controller'),
        { ours: 'takeover', theirs: 'controller failover' },
        { ours: 'giveback', theirs: 'rebalance' },
        { ours: 'sibling port', theirs: 'port in the same fault domain' },
        { ours: 'sibling', theirs: 'port in the same fault domain' },
        { ours: 'virtual port database', theirs: 'virtual ports' },
        ...plural('port name', 'virtual WWN'),
        { ours: 'sibling slot', theirs: 'slot in the same fault domain' },
        { ours: 'no sibling in its fabric', theirs: 'no other port in its fault domain' },
        { ours: 'no sibling in this fabric', theirs: 'alone in its fault domain' },
        { ours: 'no sibling here', theirs: 'alone here' },
        { ours: 'primary', theirs: 'preferred port' },
        { ours: 'second.', theirs: 'not preferred' },
      ],
    },
  ],
  settings: { portMove: 'sibling', automaticGiveback: 'off' },
  differs: [
    {
      what: 'A fault domain is the set of ports on one fabric. A virtual port first moves to another port of its fault domain on the same controller, and to the other controller only when its own fails.',
      source: 'Dell SC Series, SCv3000 failover behavior',
    },
    {
      what: 'After a repair the ports are unbalanced until somebody chooses to rebalance them; SCv2000 and SCv3000 do it by themselves. Here a repaired port gets its name back by itself.',
      source: 'Dell SC Series, Rebalance local ports',
    },
    {
      what: 'Hosts see virtual names only, one for each front-end port.',
      source: 'Dell SC Series, virtual port mode',
    },
  ],
  trademark: 'Dell and Compellent are trademarks of Dell Inc.',
};
