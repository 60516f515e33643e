import { configurationOf } from '../../src/charts/index.ts';
import type { Mutation } from '../../src/kernel/sim.ts';
import type { Breaches } from './breach.ts';
import { killA, nothing, slow } from './breach.ts';

/** The fabric gives an address to whoever asks. */
const acceptsAnyLogin: Mutation = {
  acts: {
    'virtualPort.sendLogin': (sim, slot) => {
      const login = sim.freeRow('login', sim.world.login.fabric);
      sim.tell('fabric.login-accepted', slot, login, 0x10f00);
      sim.signal('virtualPort', slot, 'accepted');
    },
  },
};

/** Names, logins, and the order of procedures. */
export const namesBreaches: Breaches = {
  S1: {
    scenario: 'top-2',
    settings: { resetPartner: false },
    // The fabric forgets to look whether the name is logged in already.
    mutation: acceptsAnyLogin,
    play: (s) => s.until(14).do('server.hang', 'A').until(60),
  },
  S7: {
    scenario: 'top-2',
    mutation: {
      acts: {
        'virtualPort.tellEnabled': (sim, slot) => {
          const port = sim.world.vport.port[slot]!;
          sim.world.vport.portName[sim.wiring.primary[port]!] = 0;
          sim.tell('vport.enabled', slot);
        },
      },
    },
    play: killA,
  },
  S8: {
    scenario: 'top-2',
    mutation: {
      acts: {
        'virtualPort.tellWritten': (sim, slot) => {
          const home = sim.world.vport.home[slot]!;
          // The port name alone is copied; the node name is the survivor’s own.
          const own = sim.wiring.primary[sim.world.vport.port[slot]!]!;
          sim.tell(
            'vport.names-written',
            slot,
            sim.world.vport.nodeName[own]!,
            sim.world.vport.portName[home]!,
          );
        },
      },
    },
    play: killA,
  },
  S9: {
    scenario: 'top-2',
    mutation: { acts: { 'virtualPort.tellEnabled': nothing } },
    play: killA,
  },
  S10: {
    scenario: 'top-2',
    mutation: {
      acts: {
        'failoverMonitor.activateSlots': (sim, server) => {
          for (const port of sim.wiring.ports[server]!)
            sim.signal('virtualPort', sim.wiring.primary[port]!, 'light-lost');
          for (const slot of sim.wiring.partnerSlots[server]!)
            sim.signal('virtualPort', slot, 'activate');
        },
      },
    },
    play: killA,
  },
  S11: {
    scenario: 'top-2',
    mutation: {
      acts: {
        'pulse.beat': (sim) => {
          // Requests for A’s name are taken in by B’s primary.
          const [a, b] = [sim.wiring.primary[1]!, sim.wiring.primary[2]!];
          sim.world.disk.partnerView.fill(2);
          sim.world.server.monitor[2] = configurationOf('failoverMonitor', 'inTakeover.holding');
          const { login } = sim.world;
          for (let row = 1; row < login.rows; row++)
            if (login.vport[row] === a) login.vport[row] = b;
        },
      },
    },
    play: (s) => void s.until(8),
  },
  S13: {
    scenario: 'top-1',
    // The survivor does not look into the mailbox before it takes over.
    mutation: {
      acts: {
        'failoverMonitor.readMailbox': (sim, server) =>
          sim.signal('failoverMonitor', server, 'permitted'),
      },
    },
    play: (s) => void s.until(5).do('interconnect.cut', 'interconnect.A-B').until(30),
  },
  S14: {
    scenario: 'top-1',
    settings: slow,
    // A server that boots does not look who holds its disks, and notices no refused write.
    mutation: {
      acts: {
        'server.readMailbox': (sim, server) => sim.signal('server', server, 'disks-mine'),
        'server.enablePorts': (sim, server) => {
          for (const port of sim.wiring.ports[server]!)
            sim.signal('virtualPort', sim.wiring.primary[port]!, 'enable');
        },
      },
    },
    play: (s) =>
      void s.until(5).do('server.power-loss', 'A').until(40).do('server.repair', 'A').until(50),
  },
  S15: {
    scenario: 'top-2',
    settings: { loginLimit: 2 },
    // The switch port hands out an address without counting.
    mutation: acceptsAnyLogin,
    play: killA,
  },
  S16: {
    scenario: 'top-2',
    // Logins end and nobody tells the name server.
    mutation: {
      acts: {
        'switchPort.dropLogins': (sim, switchPort) => {
          const { login } = sim.world;
          for (let row = 1; row < login.rows; row++)
            if (login.switchPort[row] === switchPort)
              sim.tell('fabric.implicit-logout', switchPort, row);
        },
      },
    },
    play: killA,
  },
};
