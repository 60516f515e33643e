import { expect } from 'vitest';
import { stateOf } from '../../src/charts/index.ts';
import type { Settings } from '../../src/model/plan.ts';
import { ms, seconds } from '../../src/model/time.ts';
import type { Story } from '../story.ts';
import type { Teller, Turns } from './turns.ts';

const port = (s: Story, id: string): string =>
  stateOf('physicalPort', s.sim.world.port.monitor[s.row(id)]!);

/** An interconnect slow enough for things to happen while a question is on its way. */
const slow: Partial<Settings> = {
  portMove: 'partner-pair',
  requestRate: 5,
  interconnectLatency: ms(100),
  heartbeatGrace: ms(200),
  mailboxPoll: seconds(1),
  elsTimeout: seconds(1),
};

/** The name of A.p0 lodges at B.p0. */
function lodged(tell: Teller): Story {
  const s = tell('top-1', slow).until(2).do('cable.cut', 'A.p0.cable').until(4);
  s.first('port.moved', ['A.p0', 'B.p0']);
  expect(port(s, 'A.p0')).toBe('away');
  return s;
}

export const turnsOfLodging: Turns = {
  'a partner whose port is dark declines to carry a name'(tell) {
    const s = tell('top-1', slow).until(2).do('cable.cut', 'B.p0.cable').until(3);
    s.do('cable.cut', 'A.p0.cable').until(5);
    s.order(['port.partner-asked', 'A.p0'], ['port.no-sibling', 'A.p0']);
    expect(port(s, 'A.p0')).toBe('stranded');
  },

  'a partner that stands still answers nothing: its port asks for its name back and is free again'(
    tell,
  ) {
    const s = tell('top-1', slow).until(2).do('server.pause', 'B').do('cable.cut', 'A.p0.cable');
    expect(port(s.until(2.3), 'A.p0')).toBe('lodging.asking');
    s.do('cable.mend', 'A.p0.cable').until(5);
    s.order(['port.partner-asked', 'A.p0', 'B.p0', 1], ['vport.online', 'A.p0.P']);
    expect(port(s, 'A.p0')).toBe('online');
  },

  'a port that goes dark while its name is on its way to the partner is asked about all the same'(
    tell,
  ) {
    const s = tell('top-1', slow).until(2).do('port.maintenance', 'A.p0').until(2.15);
    expect(port(s, 'A.p0')).toBe('lodging.asking');
    s.do('cable.cut', 'A.p0.cable').until(4);
    s.first('port.moved', ['A.p0', 'B.p0']);
  },

  'a port that goes dark again while its name is asked for leaves it where it can be'(tell) {
    const s = lodged(tell).do('cable.mend', 'A.p0.cable').until(5.05);
    expect(port(s, 'A.p0')).toBe('recalling');
    s.do('cable.cut', 'A.p0.cable').until(8);
    s.order(['vport.disabled', 'B.p0.S1'], ['port.partner-asked', 'A.p0', 'B.p0', 1]);
    expect(s.all('port.failure-detected', 'A.p0').length).toBe(1);
    expect(s.all('port.moved', 'A.p0').length).toBe(2);
  },

  'a name is asked for until the partner that stood still hears it'(tell) {
    const s = lodged(tell).do('server.pause', 'B').do('cable.mend', 'A.p0.cable').until(8);
    expect(port(s, 'A.p0')).toBe('recalling');
    expect(s.all('port.partner-asked', 'A.p0', 'B.p0', 0).length).toBeGreaterThan(2);
    s.do('server.resume', 'B').until(12);
    s.order(['server.resumed'], ['vport.disabled', 'B.p0.S1'], ['port.returned', 'A.p0']);
    expect(port(s, 'A.p0')).toBe('online');
  },

  'the light of a port comes back in the moment in which its name is lost at the partner'(tell) {
    const s = lodged(tell).do('cable.cut', 'B.p0.cable').until(4.15);
    s.do('cable.mend', 'A.p0.cable').until(6);
    s.order(['port.recovered', 'A.p0'], ['port.returned', 'A.p0']);
    expect(port(s, 'A.p0')).toBe('online');
  },

  'a name that was lost unheard is missed when the fabric is asked for it'(tell) {
    const s = lodged(tell).do('port.maintenance', 'B.p0').do('switch-port.disable', 'B.p0.cable');
    s.do('server.power-loss', 'B').until(6);
    s.order(['server.power-lost', 'B'], ['port.partner-asked', 'A.p0', 'B.p0', 1]);
  },

  'a server that starts again while its name lodges asks for it before it uses it'(tell) {
    const s = tell('top-1', { ...slow, automaticTakeover: false, boot: ms(200) }).until(2);
    s.do('cable.cut', 'A.p0.cable').until(4).do('cable.mend', 'A.p0.cable');
    s.do('server.power-loss', 'A').do('server.repair', 'A').until(9);
    s.order(
      ['server.boot-started', 'A'],
      ['port.partner-asked', 'A.p0', 'B.p0', 0],
      ['vport.disabled', 'B.p0.S1'],
      ['vport.enabled', 'A.p0.P'],
    );
    expect(port(s, 'A.p0')).toBe('online');
  },
};
