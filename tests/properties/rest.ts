import { seconds } from '../../src/model/time.ts';
import { fabricNotice } from '../../src/kernel/acts/fabric.ts';
import { virtualPort } from '../../src/kernel/acts/virtualPort.ts';
import type { Breaches } from './breach.ts';
import { believeOnly, killA, slow } from './breach.ts';

/** How the cluster must look at rest, and does not. */
export const restBreaches: Breaches = {
  Q1: {
    scenario: 'top-2',
    // The driver notes another address than the one that was granted.
    mutation: {
      acts: {
        'virtualPort.tellOnline': (sim, slot) => {
          virtualPort['tellOnline']!(sim, slot);
          sim.tell('vport.online', slot, 0x010fff);
        },
      },
    },
    play: killA,
    witness: ['vport', 'B.p0.S1'],
  },
  Q2: {
    scenario: 'top-2',
    // The host hears that something changed and takes the name to be where it was.
    mutation: {
      acts: { 'hostPath.queryName': (sim, path) => sim.signal('hostPath', path, 'name-found') },
    },
    play: (s) => void s.until(5).do('server.power-loss', 'A').until(60),
  },
  Q3: {
    scenario: 'top-2',
    settings: slow,
    // After giveback the slot that stood by still carries its partner’s names.
    mutation: {
      acts: {
        'failoverMonitor.tellGivebackComplete': (sim, server) => {
          const slot = sim.wiring.partnerSlots[server]![0]!;
          const home = sim.world.vport.home[slot]!;
          const { nodeName, portName } = sim.world.vport;
          sim.tell('vport.names-written', slot, nodeName[home]!, portName[home]!);
          sim.tell('giveback.completed', server, sim.world.server.partner[server]!);
        },
      },
    },
    play: (s) => {
      s.until(5).do('server.power-loss', 'A').until(40).do('server.repair', 'A').until(60);
      s.do('giveback.start', 'A').until(90);
    },
    witness: ['vport', 'B.p0.S1'],
  },
  Q4: {
    scenario: 'top-2',
    mutation: { acts: { 'failoverMonitor.fence': believeOnly } },
    play: killA,
    witness: ['disk', 'A.d0'],
  },
  Q5: {
    scenario: 'top-2',
    // The first notification reaches the hosts, the second does not.
    mutation: () => {
      let notified = 0;
      return {
        acts: {
          'fabricNotice.notify': (sim, fabric) => {
            if (notified++ === 0) fabricNotice['notify']!(sim, fabric);
          },
        },
      };
    },
    play: killA,
  },
  Q6: {
    scenario: 'top-2',
    settings: { prepareSlotsEarly: false, checkerPoll: seconds(1) },
    // The takeover counts as complete with its slots half-way.
    mutation: {
      acts: {
        'failoverMonitor.writeNames': (sim, server) =>
          sim.signal('failoverMonitor', server, 'names-written'),
        'failoverMonitor.enableSlots': (sim, server) =>
          sim.signal('failoverMonitor', server, 'names-logged-in'),
      },
    },
    play: killA,
    witness: ['vport', 'B.p0.S1'],
  },
};
