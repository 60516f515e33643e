import type { Dialect } from './dialect.ts';
import { plural } from './dialect.ts';

/** The words of the patent’s claims. */
export const claims: Dialect = {
  id: 'claims',
  title: 'The claims',
  glossaries: [
    {
      source: 'US 7,467,191, claims 1 to 40',
      terms: [
        ...plural('server', 'storage system'),
        ...plural('slot', 'virtual port'),
        ...plural('port name', 'World Wide Port Name'),
        ...plural('node name', 'World Wide Node Name'),
        ...plural('request', 'data access request'),
        { ours: 'takeover', theirs: 'failover' },
        ...plural('heartbeat', 'heartbeat signal'),
        { ours: 'primary', theirs: 'first virtual port' },
        { ours: 'secondary', theirs: 'second virtual port' },
        { ours: 'second.', theirs: 'second virtual port' },
      ],
    },
  ],
  settings: {},
  differs: [
    {
      what: 'The claims name no times and no order beyond what they state. Timers, reservations of disks and the replay of the log are ours or a product’s.',
      source: 'US 7,467,191, claims 1 to 40',
    },
  ],
  trademark: '',
};
