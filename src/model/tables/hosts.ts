import { address, count, flag, name, reference, state, time } from '../table.ts';

/** Hosts, their adapters, and their ways to names. */
export const hostTables = {
  host: {
    running: flag('Its workload runs'),
    starts: count('How often its workload has been started by a person'),
    multipath: flag('It spreads requests over paths and survives the loss of some'),
  },
  hostPort: {
    host: reference('host', 'The host it is built into'),
    number: count('Its number in that host, from 1'),
    fabric: reference('fabric', 'The fabric its cable leads to'),
    cable: reference('cable', 'The cable plugged into it'),
    state: state('hostPort', 'Whether it is logged in'),
    portName: name('Its port name'),
    nodeName: name('Its node name'),
    address: address('Its address; 0 while not logged in'),
    light: flag('It sees light from the switch'),
    since: time('When it entered its present state'),
    broken: flag('The adapter port itself is dead'),
    deaf: flag('It will miss the next notification'),
    missedAt: time('When it last missed one'),
  },
  path: {
    host: reference('host', 'The host'),
    hostPort: reference('hostPort', 'The port it leaves the host by'),
    home: reference('vport', 'The primary virtual port whose name it leads to'),
    portName: name('The name it leads to: what the host asks for'),
    state: state('hostPath', 'Whether requests may take it'),
    address: address('The address the host is bound to now; 0 when none'),
    boundAt: time('When the host last logged in there'),
    configured: address('The address at moment 0: the only one for a host that binds by address'),
    since: time('When it entered its present state'),
    due: time('When the present state ends by itself; 0 when it does not'),
    failures: count('How often the multipath layer has given it up'),
    outstanding: count('Requests on it, waiting or travelling'),
    attention: count('LUNs, a bit each, whose next answer is UNIT ATTENTION 29/07: a new session', {
      source: 'SAM-5: I_T nexus loss; SPC-4: 29h/07h',
    }),
  },
} as const;
