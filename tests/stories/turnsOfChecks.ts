import { expect } from 'vitest';
import { stateOf } from '../../src/charts/index.ts';
import type { Settings } from '../../src/model/plan.ts';
import { ms, seconds } from '../../src/model/time.ts';
import type { Story } from '../story.ts';
import { forEach } from './turns.ts';
import type { Teller, Turns } from './turns.ts';

/** The path of host X through its first port to the first name of server A. */
const stands = (s: Story): string => stateOf('hostPath', s.sim.world.path.state[1]!);
const calm: Partial<Settings> = { requestRate: 5, elsTimeout: seconds(2), missesAllowed: 10 };

/** The name server lists the old address for a while; the host asks there whether anybody is left. */
const listed = (tell: Teller, settings: Partial<Settings> = {}): Story =>
  tell('top-1', { ...calm, nameQuery: 'GPN_ID', ...settings });

/** The port logs in anew at its old address, and the host is notified of it at 2.6 s. */
const anew = (tell: Teller, settings: Partial<Settings> = {}): Story => {
  const s = listed(tell, settings).until(2).do('port.fail', 'A.p0').until(2.2);
  return s.do('port.repair', 'A.p0').until(2.75);
};

export const turnsOfChecks: Turns = {
  'a target that logged in anew at the old address no longer knows the host'(tell) {
    const s = anew(tell);
    expect(stands(s)).toBe('verifying');
    s.until(6);
    s.order(['path.adisc-answered', 1], ['path.plogi-sent', 1], ['path.online', 1]);
  },

  'a target that has known the host all along says so'(tell) {
    // Notified late of what the host has found out already.
    const s = listed(tell).until(2).do('port.fail', 'A.p0').until(2.46);
    s.do('port.repair', 'A.p0').until(4);
    expect(stands(s)).toBe('online');
    s.order(['path.online', 1], ['path.adisc-sent', 1], ['path.adisc-answered', 1]);
    expect(s.all('path.online', 1).length).toBe(1);
  },

  'a host that is notified again while it asks at the old address begins anew'(tell) {
    const s = listed(tell, { noticeWindow: ms(100), hostStep: ms(150) }).until(2);
    s.do('port.fail', 'A.p0').until(2.15).do('port.repair', 'A.p0').until(2.38);
    expect(stands(s)).toBe('verifying');
    expect(stands(s.until(2.42))).toBe('checking');
  },

  'a host that goes dark while it asks at the old address blocks the path'(tell) {
    const s = anew(tell, { hostStep: ms(600), linkLoss: ms(10) }).until(3.3);
    expect(stands(s)).toBe('verifying');
    expect(stands(s.do('cable.cut', 'X.h0.cable').until(3.4))).toBe('blocked.waiting');
  },

  'a question at the old address that is lost in a blink is asked again'(tell) {
    const s = anew(tell).do('cable.cut', 'X.h0.cable').until(2.82);
    s.do('cable.mend', 'X.h0.cable').until(6);
    s.order(['path.adisc-sent', 1], ['path.frame-lost', 1], ['name-server.queried', 1]);
    expect(s.never('host-port.dark')).toBe(true);
  },

  ...forEach(
    ['online', 'checking', 'verifying'],
    (is) => `a request times out while its path is ${is}, and the path is given up`,
    (tell, is) => {
      const s = listed(tell, {
        portProbe: 'off',
        commandTimeout: seconds(3),
        hostStep: ms(is === 'verifying' ? 300 : 600),
      });
      s.until(1.5).do('target.black-hole', 'A.p0').until(4);
      // The port logs in anew, and the host is notified of that.
      if (is !== 'online')
        s.do('cable.cut', 'A.p0.cable').until(4.15).do('cable.mend', 'A.p0.cable');
      expect(stands(s.until(4.99))).toBe(is);
      s.until(6);
      s.order(['io.swallowed'], ['io.timed-out', undefined, 1], ['path.failed', 1]);
    },
  ),

  'a path whose checker reads stays given up while the target drops data'(tell) {
    const s = tell('top-1', {
      ...calm,
      pathChecker: 'directio',
      portProbe: 'off',
      commandTimeout: seconds(1),
      checkerPoll: seconds(1),
    });
    s.until(2).do('target.black-hole', 'A.p0').until(12);
    s.order(['io.timed-out'], ['path.failed', 1], ['path.check-failed', 1]);
    expect(s.never('path.reinstated', 1)).toBe(true);
  },

  'a recovered path is still listed where it was when the notification comes late'(tell) {
    const s = listed(tell, { fastIoFail: ms(100), devLoss: 'off' });
    s.until(2).do('port.fail', 'A.p0').until(3).do('port.repair', 'A.p0').until(3.1);
    s.do('cable.cut', 'X.h0.cable').until(3.25).do('cable.mend', 'X.h0.cable').until(3.7);
    expect(stands(s)).toBe('rechecking');
    expect(stands(s.until(4))).toBe('recovered');
    expect(stands(s.until(12))).toBe('online');
  },
};
