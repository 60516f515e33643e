import { expect } from 'vitest';
import { stateOf } from '../../src/charts/index.ts';
import type { Settings } from '../../src/model/plan.ts';
import { ms, seconds } from '../../src/model/time.ts';
import type { Story } from '../story.ts';
import { forEach } from './turns.ts';
import type { Teller, Turns } from './turns.ts';

const slot = (s: Story, id: string): string =>
  stateOf('virtualPort', s.sim.world.vport.state[s.row(id)]!);
const port = (s: Story, id: string): string =>
  stateOf('physicalPort', s.sim.world.port.monitor[s.row(id)]!);
const power = (s: Story): string => stateOf('fabricSwitch', s.sim.world.fabric.power[1]!);

const calm: Partial<Settings> = { requestRate: 5, missesAllowed: 3, boot: seconds(3) };

/** B has taken A over, and its switch port grants no further name: its slot is barred. */
const barred = (tell: Teller, settings: Partial<Settings> = {}): Story => {
  const s = tell('top-1', { ...calm, ...settings }).until(1);
  s.do('switch-port.npiv-off', 'B.p0.cable').until(2).do('server.power-loss', 'A').until(12);
  expect(slot(s, 'B.p0.S1')).toBe('barred');
  return s;
};

export const turnsOfFabrics: Turns = {
  'a slot that gets no address asks again, and the takeover is whole when it gets one'(tell) {
    const s = barred(tell).do('switch-port.npiv-on', 'B.p0.cable').until(16);
    s.order(
      ['fabric.npiv-refused', 'B.p0.S1'],
      ['takeover.incomplete', 'B', 'A', 1],
      ['vport.online', 'B.p0.S1'],
      ['takeover.completed', 'B', 'A'],
    );
  },

  'a barred slot whose port goes dark waits for light, not for an address'(tell) {
    const s = barred(tell).do('cable.cut', 'B.p0.cable').until(13);
    expect(slot(s, 'B.p0.S1')).toBe('linkDown');
  },

  'a barred slot is given back like any other'(tell) {
    const s = barred(tell, { loginRetry: seconds(60) })
      .do('server.repair', 'A')
      .until(20);
    s.do('giveback.start', 'A').until(26);
    s.order(
      ['vport.drained', 'B.p0.S1'],
      ['vport.disabled', 'B.p0.S1'],
      ['vport.online', 'A.p0.P'],
      ['giveback.completed', 'B', 'A'],
    );
    expect(s.never('vport.online', 'B.p0.S1')).toBe(true);
  },

  'a running server whose name is taken looks at its disks and halts'(tell) {
    // The order to shut down is still on its way when the operator’s patience ends, and no request
    // has told the server before that its disks are reserved.
    const s = tell('top-2', {
      ...calm,
      duplicateNames: 'second-wins',
      resetPartner: false,
      interconnectLatency: seconds(1),
      shutdownLimit: 0,
      fence: ms(10),
      replayFullLog: 0,
    });
    s.until(2).do('workload.stop', 'X').do('takeover.planned', 'A').until(6);
    s.order(
      ['fabric.evicted', 'B.p0.S1'],
      ['vport.evicted', 'A.p0.P'],
      ['reservation.conflict', undefined, 'A'],
      ['server.halted', 'A'],
    );
  },

  'a server without a usable port is taken over in order'(tell) {
    const s = tell('top-2', calm).until(2).do('cable.cut', 'A.p0.cable').until(12);
    s.order(
      ['port.no-sibling', 'A.p0'],
      ['partner.impaired', 'B', 'A'],
      ['server.shut-down', 'A'],
      ['takeover.completed', 'B', 'A'],
    );
  },

  'a port that is half-open while it logs in is switched off'(tell) {
    const s = tell('top-1', calm).until(2).do('cable.cut', 'A.p0.cable').until(3);
    s.do('cable.mend', 'A.p0.cable').do('port.half-open', 'A.p0').until(3.2);
    expect(port(s, 'A.p0')).toBe('signingIn');
    s.until(8);
    s.order(['fabric.frame-lost'], ['port.echo-lost', 'A.p0', 3], ['port.taken-offline', 'A.p0']);
    expect(port(s, 'A.p0')).toBe('dark');
  },

  'a port that is half-open while its name comes home is switched off, and the name moves again'(
    tell,
  ) {
    const s = tell('top-3', calm).until(2).do('port.fail', 'A.p0').until(4);
    s.do('port.repair', 'A.p0').until(5.02);
    while (port(s, 'A.p0') !== 'returning.comingHome') s.until(s.sim.now / 1e6 + 0.01);
    s.do('port.half-open', 'A.p0').until(15);
    s.order(
      ['port.recovered', 'A.p0'],
      ['port.half-open', 'A.p0'],
      ['port.taken-offline', 'A.p0'],
      ['port.moved', 'A.p0', 'A.p1'],
    );
    expect(s.never('port.returned')).toBe(true);
  },

  ...forEach(
    ['top-1', 'top-3'],
    (scenario) =>
      `a port out for maintenance that is half-open is switched off too, in ${scenario}`,
    (tell, scenario) => {
      const s = tell(scenario, calm).until(2).do('port.maintenance', 'A.p0').until(4);
      expect(port(s, 'A.p0')).toBe(scenario === 'top-1' ? 'stranded' : 'away');
      s.do('port.half-open', 'A.p0').until(9);
      s.order(['port.echo-lost', 'A.p0', 3], ['port.taken-offline', 'A.p0']);
      s.do('port.repair', 'A.p0').until(14);
      expect(port(s, 'A.p0')).toBe('online');
    },
  ),

  'a port that nobody hears log its name out is switched off on its way into maintenance'(tell) {
    const s = tell('top-1', calm).until(2).do('port.half-open', 'A.p0');
    s.do('port.maintenance', 'A.p0').until(2.5);
    expect(port(s, 'A.p0')).toBe('withdrawing.loggingOut');
    s.until(7);
    s.order(['fabric.frame-lost'], ['port.taken-offline', 'A.p0'], ['fabric.implicit-logout']);
    expect(port(s, 'A.p0')).toBe('stranded');
  },

  'a port that was held down signs in when its light has held'(tell) {
    const s = tell('top-1', { ...calm, holdDown: seconds(5), flapPeriod: ms(600) }).until(2);
    s.do('port.flap', 'A.p0').until(6).do('port.repair', 'A.p0').until(6.5);
    expect(port(s, 'A.p0')).toBe('heldDown');
    s.until(13);
    s.order(['port.held-down', 'A.p0'], ['port.steady', 'A.p0'], ['vport.online', 'A.p0.P']);
  },

  ...forEach(
    ['on', 'off again'],
    (ends) => `a switch starts, and then it is ${ends}`,
    (tell, ends) => {
      const s = tell('top-1', { ...calm, switchBoot: seconds(2) }).until(2);
      s.do('switch.power-off', 'F1').until(4).do('switch.power-on', 'F1').until(5);
      expect(power(s)).toBe('starting');
      if (ends === 'on') s.until(7).order(['switch.running', 'F1'], ['vport.online', 'A.p0.P']);
      else s.do('switch.power-off', 'F1').until(8);
      expect(power(s)).toBe(ends === 'on' ? 'on' : 'off');
    },
  ),
};
