import { expect } from 'vitest';
import { stateOf } from '../../src/charts/index.ts';
import type { Settings } from '../../src/model/plan.ts';
import { ms, seconds } from '../../src/model/time.ts';
import type { Story } from '../story.ts';
import type { Turns } from './turns.ts';

const port = (s: Story, id: string): string =>
  stateOf('physicalPort', s.sim.world.port.monitor[s.row(id)]!);
const calm: Partial<Settings> = { requestRate: 5, missesAllowed: 3, boot: seconds(1) };

export const turnsOfPorts: Turns = {
  'a server that starts with a dark port lets a sibling carry its name'(tell) {
    const s = tell('top-3', calm)
      .until(2)
      .do('server.power-loss', 'A')
      .do('cable.cut', 'A.p0.cable');
    s.do('server.repair', 'A').until(3.2);
    expect(port(s, 'A.p0')).toBe('dark');
    s.until(6);
    s.order(['luns.online', 'A', 'A'], ['vport.online', 'A.p1.S2'], ['port.moved', 'A.p0', 'A.p1']);
    expect(s.never('takeover.started')).toBe(true);
  },

  'a port whose light goes again while it logs in starts over'(tell) {
    const s = tell('top-1', calm)
      .until(2)
      .do('port.fail', 'A.p0')
      .until(3)
      .do('port.repair', 'A.p0');
    expect(port(s.until(3.02), 'A.p0')).toBe('signingIn');
    expect(port(s.do('cable.cut', 'A.p0.cable'), 'A.p0')).toBe('dark');
    s.until(4).do('cable.mend', 'A.p0.cable').until(5);
    s.order(
      ['vport.link-down', 'A.p0.base'],
      ['vport.online', 'A.p0.base'],
      ['vport.online', 'A.p0.P'],
    );
    expect(port(s, 'A.p0')).toBe('online');
  },

  'a blink shorter than R_T_TOV costs a port no login'(tell) {
    const s = tell('top-1', calm).until(2).do('cable.cut', 'A.p0.cable').until(2.05);
    expect(port(s, 'A.p0')).toBe('linkLost');
    s.do('cable.mend', 'A.p0.cable').until(4);
    expect(port(s, 'A.p0')).toBe('online');
    expect(s.never('port.failure-detected')).toBe(true);
    expect(s.never('fabric.implicit-logout')).toBe(true);
  },

  'a host forgives a blink too'(tell) {
    const s = tell('top-1', calm).until(2).do('cable.cut', 'X.h0.cable').until(2.05);
    s.do('cable.mend', 'X.h0.cable').until(4);
    expect(s.never('host-port.dark')).toBe(true);
    expect(s.never('path.blocked')).toBe(true);
  },

  'a port in maintenance without a sibling stays out until it is released'(tell) {
    const s = tell('top-1', calm).until(2).do('port.maintenance', 'A.p0').until(3);
    s.do('cable.cut', 'A.p0.cable').until(4).do('cable.mend', 'A.p0.cable').until(5);
    expect(port(s, 'A.p0')).toBe('stranded');
    s.do('port.repair', 'A.p0').until(6);
    expect(port(s, 'A.p0')).toBe('online');
    s.order(['port.no-sibling', 'A.p0'], ['port.repaired', 'A.p0'], ['vport.online', 'A.p0.P']);
  },

  'a stranded name finds a sibling when its server takes its names up again'(tell) {
    const s = tell('top-3', calm).until(2).do('port.fail', 'A.p1').do('port.fail', 'A.p0').until(3);
    expect(port(s, 'A.p0')).toBe('stranded');
    s.do('port.repair', 'A.p1').until(4).do('takeover.planned', 'A').until(4.2);
    s.do('server.panic', 'B').until(8);
    s.order(['server.panicked', 'B'], ['luns.online', 'A', 'A'], ['port.moved', 'A.p0', 'A.p1']);
    expect(port(s, 'A.p0')).toBe('away');
  },

  'a port released from maintenance gets its name back from its sibling'(tell) {
    const s = tell('top-3', calm).until(2).do('port.maintenance', 'A.p0').until(4);
    expect(port(s, 'A.p0')).toBe('away');
    s.do('port.repair', 'A.p0').until(7);
    s.order(['port.moved', 'A.p0'], ['port.recovered', 'A.p0'], ['port.returned', 'A.p0']);
  },

  'a port released in the dark waits for its light'(tell) {
    const s = tell('top-3', calm).until(2).do('port.maintenance', 'A.p0').until(4);
    s.do('cable.cut', 'A.p0.cable').until(5).do('port.repair', 'A.p0').until(7);
    expect(port(s, 'A.p0')).toBe('away');
    expect(s.never('port.recovered')).toBe(true);
    s.do('cable.mend', 'A.p0.cable').until(9);
    s.order(['port.recovered', 'A.p0'], ['port.returned', 'A.p0']);
  },

  'a port that fails again before it has settled keeps its name away'(tell) {
    const s = tell('top-3', calm)
      .until(2)
      .do('port.fail', 'A.p0')
      .until(4)
      .do('port.repair', 'A.p0');
    expect(port(s.until(4.5), 'A.p0')).toBe('settling');
    expect(port(s.do('port.fail', 'A.p0'), 'A.p0')).toBe('away');
    s.until(8);
    expect(s.never('port.returned')).toBe(true);
    expect(s.sim.world.vport.address[s.row('A.p1.S2')]).not.toBe(0);
  },

  'a port that fails while its name comes home loses it to its sibling again'(tell) {
    const s = tell('top-3', { ...calm, login: ms(200) })
      .until(2)
      .do('port.fail', 'A.p0')
      .until(4);
    s.do('port.repair', 'A.p0').until(5.3);
    expect(port(s, 'A.p0')).toBe('returning.comingHome');
    expect(port(s.do('port.fail', 'A.p0'), 'A.p0')).toBe('linkLost');
    s.until(9);
    s.order(['port.moved', 'A.p0'], ['port.recovered', 'A.p0'], ['port.moved', 'A.p0']);
    expect(s.never('port.returned')).toBe(true);
  },

  'a port that goes dark on its way into maintenance takes its base name down'(tell) {
    const s = tell('top-3', calm).until(2).do('port.maintenance', 'A.p0');
    expect(port(s.until(2.02), 'A.p0')).toBe('withdrawing.loggingOut');
    s.do('cable.cut', 'A.p0.cable').until(4);
    s.order(['vport.link-down', 'A.p0.base'], ['fabric.implicit-logout'], ['port.moved', 'A.p0']);
    expect(s.broken).toEqual([]);
  },

  'a port that goes dark while its name moves to a sibling takes its base name down'(tell) {
    const s = tell('top-3', calm).until(2).do('port.maintenance', 'A.p0').until(2.1);
    expect(port(s, 'A.p0')).toMatch(/^movingName/);
    s.do('cable.cut', 'A.p0.cable').until(4);
    s.order(['vport.link-down', 'A.p0.base'], ['port.moved', 'A.p0']);
    expect(s.broken).toEqual([]);
  },

  'a port that goes dark before its name has left its sibling takes its base name down'(tell) {
    const s = tell('top-3', calm).until(2).do('port.fail', 'A.p0').until(4);
    s.do('port.repair', 'A.p0').until(5.02);
    expect(port(s, 'A.p0')).toBe('returning.loggingOut');
    s.do('cable.cut', 'A.p0.cable').until(8);
    s.order(['port.recovered', 'A.p0'], ['port.moved', 'A.p0']);
    expect(s.sim.world.vport.address[s.row('A.p1.S2')]).not.toBe(0);
    expect(s.broken).toEqual([]);
  },
};
