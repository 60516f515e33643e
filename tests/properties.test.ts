import { expect, test } from 'vitest';
import { configurationOf } from '../src/charts/index.ts';
import type { Settings } from '../src/model/plan.ts';
import { ms } from '../src/model/time.ts';
import type { Mutation, Sim } from '../src/kernel/sim.ts';
import { properties } from '../src/properties/index.ts';
import { story } from './story.ts';
import type { Story } from './story.ts';

/** A way to break one property: a procedure bent, and what is done to it. */
interface Breach {
  readonly scenario: string;
  readonly settings?: Partial<Settings>;
  readonly mutation: Mutation;
  readonly play: (s: Story) => void;
}

const nothing = (): void => undefined;
const killA = (s: Story): void => void s.until(14).do('server.power-loss', 'A').until(60);
const slow: Partial<Settings> = { boot: ms(3000), automaticGiveback: 'off' };

/** Skips fencing: the chart is told that the disks are held. */
const withoutFence = (sim: Sim, server: number): void => {
  sim.tell('takeover.started', server, sim.world.server.partner[server]!);
  sim.signal('failoverMonitor', server, 'disks-held');
};

/** Believes the partner’s LUNs its own without touching a disk. */
const believeOnly = (sim: Sim, server: number): void => {
  withoutFence(sim, server);
  for (const disk of sim.wiring.disks[sim.world.server.partner[server]!]!)
    sim.tell('disk.owner-learned', disk, server, server);
};

const breaches: Readonly<Record<string, Breach>> = {
  S1: {
    scenario: 'top-2',
    settings: { resetPartner: false },
    // The fabric forgets to look whether the name is logged in already.
    mutation: {
      acts: {
        'virtualPort.sendLogin': (sim, slot) => {
          const login = sim.freeRow('login', sim.world.login.fabric);
          sim.tell('fabric.login-accepted', slot, login, 0x10f00);
          sim.signal('virtualPort', slot, 'accepted');
        },
      },
    },
    play: (s) => s.until(14).do('server.hang', 'A').until(60),
  },
  S2: {
    scenario: 'top-2',
    settings: { resetPartner: false },
    mutation: { acts: { 'failoverMonitor.fence': believeOnly } },
    play: (s) => s.until(14).do('server.hang', 'A').until(60),
  },
  S3: {
    scenario: 'top-2',
    mutation: { acts: { 'failoverMonitor.fence': believeOnly } },
    play: killA,
  },
  S4: {
    scenario: 'top-2',
    // The survivor’s copy of the log is gone when it should be replayed.
    mutation: { acts: { 'failoverMonitor.replay': (sim) => sim.world.block.partnerLog.fill(0) } },
    play: (s) => s.until(19).do('server.power-loss', 'A').until(80),
  },
  S5: { scenario: 'top-2', mutation: { silence: new Set(['log.replayed']) }, play: killA },
  S6: {
    scenario: 'top-2',
    // The partner’s NVRAM is emptied behind everybody’s back, so that the mirror only seems in step.
    mutation: {
      acts: {
        'pulse.beat': (sim) => sim.world.block.partnerLog.fill(0),
      },
    },
    play: (s) => {
      s.until(3);
      s.sim.world.server.logMirrored[1] = 1;
      const log = s.sim.world.block.partnerLog;
      Object.defineProperty(s.sim.world.block, 'partnerLog', {
        value: new Proxy(log, {
          set: () => true,
          get: (target, key) => (key === 'fill' ? () => target : 0),
        }),
      });
      s.until(6);
    },
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
  S12: {
    scenario: 'top-3',
    mutation: {
      acts: {
        'physicalPort.tellFailed': (sim, port) => {
          const server = sim.world.port.server[port]!;
          const disk = sim.wiring.disks[server]![0]!;
          sim.tell('port.failure-detected', port);
          sim.tell('disk.owner-changed', disk, server, sim.world.server.partner[server]!);
        },
      },
    },
    play: (s) => void s.until(5).do('port.fail', 'A.p0').until(8),
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
};

test('every property has a breach', () => {
  expect(Object.keys(breaches).sort()).toEqual(properties.map((property) => property.id).sort());
});

for (const property of properties) {
  test(`${property.id} can be broken, and names its witnesses: ${property.sentence}`, () => {
    const breach = breaches[property.id]!;
    const s = story(breach.scenario, breach.settings, breach.mutation);
    breach.play(s);
    const found = s
      .all('invariant.broken')
      .filter((fact) => properties[fact.a - 1]!.id === property.id);
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]!.b).toBeGreaterThan(0);
  });
}

test('no property is broken when nothing is bent', () => {
  for (const scenario of ['start', 'top-1', 'top-2', 'top-3']) {
    expect(story(scenario).until(14).do('server.power-loss', 'A').until(60).broken).toEqual([]);
  }
});
