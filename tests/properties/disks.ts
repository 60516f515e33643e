import type { Breaches } from './breach.ts';
import { believeOnly, killA } from './breach.ts';

/** Disks, logs and writes. */
export const disksBreaches: Breaches = {
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
  S17: {
    scenario: 'top-2',
    settings: { resetPartner: false },
    // A server that wakes after its partner took its disks writes to them, and nothing refuses it.
    mutation: { acts: { 'server.goOn': (sim, server) => sim.tell('log.flushed', server, server) } },
    play: (s) =>
      void s.until(10.5).do('server.pause', 'A').until(40).do('server.resume', 'A').until(50),
    witness: ['disk', 'A.d0'],
  },
};
