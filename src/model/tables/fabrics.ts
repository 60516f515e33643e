import { address, count, flag, name, reference, state, time } from '../table.ts';

/** Fabrics: switches, cables, and what a fabric knows of who is logged in. */
export const fabricTables = {
  fabric: {
    domain: count('Domain number of its switch'),
    notice: state('fabricNotice', 'Whether changes are being collected for a notification'),
    since: time('When it entered its present state'),
    due: time('When the collected changes are notified; 0 when none wait'),
    power: state('fabricSwitch', 'Whether its switch runs, is off, or starts'),
    segmented: flag('Its two ends no longer reach each other', {
      source: 'FC-SW: isolated inter-switch link',
    }),
  },
  switchPort: {
    fabric: reference('fabric', 'The fabric it belongs to'),
    number: count('Its number on the switch, the area byte of addresses behind it'),
    cable: reference('cable', 'The cable plugged into it'),
    state: state('switchPort', 'Whether it sees light, and what it does when it does not'),
    since: time('When it entered its present state'),
    disabled: flag('It is disabled and sends no light', {
      source: 'Brocade: persistently disabled port',
    }),
    beyond: flag('It lies at the far end of the inter-switch link, away from the hosts'),
    npivOff: flag('It grants one address only: no FDISC', {
      source: 'ONTAP: scsitarget.fct.npivErr',
    }),
  },
  cable: {
    port: reference('port', 'The server port at its lower end; 0 for a host’s cable'),
    hostPort: reference('hostPort', 'The host port at its upper end; 0 for a server’s cable'),
    switchPort: reference('switchPort', 'The switch port at the other end'),
    cut: flag('No light passes'),
    since: time('When it was cut or mended'),
  },
  login: {
    fabric: reference('fabric', 'The fabric that granted it; 0 in a free row'),
    switchPort: reference('switchPort', 'Behind which switch port it is'),
    address: address('The address granted'),
    portName: name('The port name that logged in'),
    nodeName: name('The node name that logged in'),
    vport: reference('vport', 'The virtual port that logged in; 0 for a host port'),
    at: time('When it was granted'),
  },
  nameEntry: {
    fabric: reference('fabric', 'The name server it stands in; 0 in a free row'),
    portName: name('The registered port name'),
    nodeName: name('The registered node name'),
    address: address('The address the name lives at'),
    at: time('When it was registered'),
    stale: flag('Its login has ended, but the name server has not been told yet', {
      source: 'Cisco MDS: FLOGI quiesce time-out',
    }),
  },
  zone: {
    fabric: reference('fabric', 'The fabric it is configured in'),
    initiator: name('The host port’s name'),
    target: name('The name this host port may see'),
    changed: flag('The target logged in or out since this host port was last notified'),
    switchPort: reference('switchPort', 'The switch port that a zone by port lists instead'),
  },
} as const;
