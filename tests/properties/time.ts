import { ms, seconds } from '../../src/model/time.ts';
import type { Breaches } from './breach.ts';
import { killA, nothing } from './breach.ts';

/** What must happen in time, and does not. */
export const timeBreaches: Breaches = {
  L1: {
    scenario: 'top-2',
    mutation: { acts: { 'failoverMonitor.enableSlots': nothing } },
    play: killA,
    witness: ['lun', 'lun0'],
  },
  L2: {
    scenario: 'top-2',
    // The switch keeps the logins of a port that went dark.
    mutation: { acts: { 'switchPort.dropLogins': nothing } },
    play: (s) => void s.until(14).do('server.hang', 'A').until(60),
    witness: ['vport', 'B.p0.S1'],
  },
  L3: {
    scenario: 'top-2',
    settings: { boot: ms(3000), automaticGiveback: seconds(5) },
    mutation: { acts: { 'failoverMonitor.releaseDisks': nothing } },
    play: (s) =>
      void s.until(5).do('server.power-loss', 'A').until(40).do('server.repair', 'A').until(120),
    witness: ['server', 'B'],
  },
  L4: {
    scenario: 'top-2',
    settings: { commandTimeout: seconds(2) },
    // Answers come back and the application is never told.
    mutation: { silence: new Set(['io.acknowledged']) },
    play: (s) => void s.until(30),
  },
  L5: {
    scenario: 'top-2',
    settings: { prepareSlotsEarly: false },
    mutation: { acts: { 'failoverMonitor.writeNames': nothing } },
    play: (s) => void s.until(14).do('server.power-loss', 'A').until(90),
    witness: ['server', 'B'],
  },
  L6: {
    scenario: 'top-3',
    // A port that has its name back gives it away again.
    mutation: {
      acts: {
        'physicalPort.tellReturned': (sim, port) => sim.signal('physicalPort', port, 'maintain'),
      },
    },
    play: (s) =>
      void s.until(5).do('port.fail', 'A.p0').until(8).do('port.repair', 'A.p0').until(30),
    witness: ['vport', 'A.p0.P'],
  },
  L7: {
    scenario: 'top-1',
    mutation: {
      acts: {
        'failoverMonitor.readMailbox': (sim, server) => {
          sim.tell('partner.declared-failed', server, sim.world.server.partner[server]!, 1);
          sim.signal('failoverMonitor', server, 'permitted');
        },
      },
    },
    play: (s) => void s.until(5).do('interconnect.cut', 'interconnect.A-B').until(30),
  },
};
