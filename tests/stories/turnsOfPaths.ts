import { expect } from 'vitest';
import { stateOf } from '../../src/charts/index.ts';
import type { Settings } from '../../src/model/plan.ts';
import { ms, seconds } from '../../src/model/time.ts';
import type { Story } from '../story.ts';
import type { Teller, Turns } from './turns.ts';

/** The path of host X through its first port to the first name of server A. */
const stands = (s: Story): string => stateOf('hostPath', s.sim.world.path.state[1]!);
const calm: Partial<Settings> = { requestRate: 5, elsTimeout: seconds(2) };

/** The name is away from 2.1 s to 3.15 s, and the path is given up; it is recovered at 3.95 s. */
const recovered = (tell: Teller, settings: Partial<Settings> = {}): Story =>
  tell('top-1', { ...calm, fastIoFail: ms(100), devLoss: 'off', ...settings })
    .until(2)
    .do('port.fail', 'A.p0')
    .until(3)
    .do('port.repair', 'A.p0');

export const turnsOfPaths: Turns = {
  'a name that leaves and returns within one query is logged in to anew'(tell) {
    const s = tell('top-1', { ...calm, noticeWindow: ms(100), hostStep: ms(500) });
    s.until(2).do('port.fail', 'A.p0').until(2.15).do('port.repair', 'A.p0').until(2.45);
    expect(stands(s)).toBe('checking');
    expect(s.all('name-server.queried', 1).length).toBe(2);
    s.until(8);
    s.order(['path.blocked', 1], ['path.plogi-sent', 1], ['path.online', 1]);
    expect(s.never('path.failed', 1)).toBe(true);
  },

  'a host that has found the name already finds it again when it is notified late'(tell) {
    const s = tell('top-1', calm).until(2).do('port.fail', 'A.p0').until(2.46);
    s.do('port.repair', 'A.p0').until(3.15);
    expect(stands(s)).toBe('checking');
    expect(stands(s.until(4))).toBe('online');
    expect(s.all('path.online', 1).length).toBe(1);
  },

  'a host that goes dark while it asks for a name blocks the path'(tell) {
    const s = tell('top-1', calm).until(2).do('port.fail', 'A.p0').until(2.61);
    expect(stands(s.do('cable.cut', 'X.h0.cable'))).toBe('checking');
    expect(stands(s.until(2.8))).toBe('blocked.waiting');
    s.order(['path.frame-lost', 1], ['host-port.dark', s.row('X.h0')], ['path.blocked', 1]);
  },

  'a host whose question is lost in a blink asks again before it trusts the path'(tell) {
    const s = tell('top-1', calm).until(2).do('port.fail', 'A.p0').until(2.65);
    s.do('cable.cut', 'X.h0.cable').until(2.72).do('cable.mend', 'X.h0.cable').until(4.6);
    expect(stands(s)).toBe('checking');
    expect(stands(s.until(5))).toBe('blocked.waiting');
    expect(s.all('name-server.queried', 1).length).toBe(2);
    expect(s.never('host-port.dark')).toBe(true);
  },

  'a recovered path is given up again when its host goes dark before the checker looks'(tell) {
    const s = recovered(tell).until(4);
    expect(stands(s)).toBe('recovered');
    expect(stands(s.do('cable.cut', 'X.h0.cable').until(4.2))).toBe('failed.waiting');
    expect(s.all('path.failed', 1).length).toBe(2);
    expect(s.never('path.reinstated', 1)).toBe(true);
  },

  'a recovered path is found where it was when the notification comes late'(tell) {
    // The host asks by itself because its own light comes back.
    const s = recovered(tell).until(3.1).do('cable.cut', 'X.h0.cable').until(3.25);
    s.do('cable.mend', 'X.h0.cable').until(3.7);
    expect(stands(s)).toBe('rechecking');
    expect(stands(s.until(4))).toBe('recovered');
    expect(stands(s.until(12))).toBe('online');
    expect(s.all('path.online', 1).length).toBe(1);
  },

  'a recovered path whose name logs in anew is logged in to anew'(tell) {
    const s = recovered(tell).until(4).do('port.fail', 'A.p0').until(4.15);
    s.do('port.repair', 'A.p0').until(4.65);
    expect(stands(s)).toBe('rechecking');
    expect(stands(s.until(4.75))).toBe('failed.portLogin');
    s.until(12);
    s.order(['path.online', 1], ['path.failed', 1], ['path.online', 1], ['path.reinstated', 1]);
  },

  'a recovered path is asked about once more when a second change follows'(tell) {
    const s = recovered(tell, { noticeWindow: ms(100), hostStep: ms(500) }).until(5);
    s.do('port.fail', 'A.p0').until(5.15).do('port.repair', 'A.p0').until(5.45);
    expect(stands(s)).toBe('rechecking');
    const since = s.first('port.broken', ['A.p0'], s.first('path.online', [1]).seq).seq;
    expect(s.all('name-server.queried', 1).filter((fact) => fact.seq > since).length).toBe(2);
    s.until(14);
    s.order(['path.failed', 1], ['path.online', 1], ['path.failed', 1], ['path.reinstated', 1]);
  },

  'a recovered path whose question is lost in a blink is asked about again'(tell) {
    const s = recovered(tell).until(4).do('port.fail', 'A.p0').until(4.65);
    s.do('cable.cut', 'X.h0.cable').until(4.72).do('cable.mend', 'X.h0.cable').until(6.59);
    expect(stands(s)).toBe('rechecking');
    expect(stands(s.until(7))).toBe('failed.waiting');
  },

  'a recovered path is given up when its host goes dark while it asks'(tell) {
    const s = recovered(tell).until(4).do('port.fail', 'A.p0').until(4.61);
    expect(stands(s.do('cable.cut', 'X.h0.cable'))).toBe('rechecking');
    expect(stands(s.until(4.8))).toBe('failed.waiting');
    s.order(['path.online', 1], ['path.frame-lost', 1], ['host-port.dark', s.row('X.h0')]);
  },

  'a host whose light goes again before the fabric answers starts over'(tell) {
    const s = tell('top-1', calm).until(2).do('cable.cut', 'X.h0.cable').until(3);
    s.do('cable.mend', 'X.h0.cable').until(3.02).do('cable.cut', 'X.h0.cable').until(4);
    expect(s.never('host-port.online', s.row('X.h0'))).toBe(true);
    s.do('cable.mend', 'X.h0.cable').until(12);
    s.order(
      ['host-port.dark', s.row('X.h0')],
      ['host-port.online', s.row('X.h0')],
      ['path.online', 1],
    );
  },
};
