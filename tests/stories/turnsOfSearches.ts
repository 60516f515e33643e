import { expect } from 'vitest';
import { stateOf } from '../../src/charts/index.ts';
import type { Settings } from '../../src/model/plan.ts';
import { ms, seconds } from '../../src/model/time.ts';
import type { Story } from '../story.ts';
import { forEach } from './turns.ts';
import type { Teller, Turns } from './turns.ts';

/** What a path is while its name is away: for a moment, until it is given up, until it is removed. */
const phases = ['blocked', 'failed', 'lost'] as const;
/** What a host does, one exchange after the other, to find a name that has come back. */
const exchanges = ['querying', 'portLogin', 'processLogin'] as const;
type Phase = (typeof phases)[number];
type Exchange = (typeof exchanges)[number];

const timers: Readonly<Record<Phase, Partial<Settings>>> = {
  blocked: { fastIoFail: 'off' },
  failed: { fastIoFail: ms(100), devLoss: 'off' },
  lost: { fastIoFail: ms(100), devLoss: ms(100) },
};

const all = phases.flatMap((phase) => exchanges.map((exchange) => ({ phase, exchange })));

/** The path of host X through its first port to the first name of server A. */
const stands = (s: Story): string => stateOf('hostPath', s.sim.world.path.state[1]!);

/** The name leaves at 2.1 s and is back at 3.15 s; the host hears of it when the window ends. */
const away = (tell: Teller, settings: Partial<Settings>): Story =>
  tell('top-1', { requestRate: 5, elsTimeout: seconds(2), ...settings })
    .until(2)
    .do('port.fail', 'A.p0')
    .until(3)
    .do('port.repair', 'A.p0');

/** With the usual window and hops of 100 ms: in the middle of an exchange. */
const middle: Readonly<Record<Exchange, number>> = {
  querying: 3.7,
  portLogin: 3.8,
  processLogin: 3.9,
};

/** The same with a short window and hops of 500 ms. */
const slow: Partial<Settings> = { noticeWindow: ms(100), hostStep: ms(500) };
const slowMiddle: Readonly<Record<Exchange, number>> = {
  querying: 3.5,
  portLogin: 4,
  processLogin: 4.5,
};

const call = (what: string) => (thing: { phase: Phase; exchange: Exchange }) =>
  `a ${thing.phase} path in ${thing.exchange}: ${what}`;

export const turnsOfSearches: Turns = {
  ...forEach(
    all,
    call('an answer lost in a blink is waited for, then asked for again'),
    (tell, { phase, exchange }) => {
      const s = away(tell, timers[phase]).until(middle[exchange]);
      expect(stands(s)).toBe(`${phase}.${exchange}`);
      s.do('cable.cut', 'X.h0.cable')
        .until(middle[exchange] + 0.07)
        .do('cable.mend', 'X.h0.cable');
      const [lost, online] = [
        s.until(12).first('path.frame-lost', [1]),
        s.first('path.online', [1]),
      ];
      expect(online.at - lost.at).toBeGreaterThan(seconds(1.9));
      expect(stands(s)).toBe('online');
    },
  ),

  ...forEach(
    all,
    call('the name goes again, and the host starts over when it hears of it'),
    (tell, { phase, exchange }) => {
      const s = away(tell, { ...timers[phase], ...slow });
      s.until(slowMiddle[exchange] - 0.2)
        .do('port.fail', 'A.p0')
        .until(slowMiddle[exchange] - 0.01);
      expect(stands(s)).toBe(`${phase}.${exchange}`);
      expect(stands(s.until(slowMiddle[exchange] + 0.01))).toBe(`${phase}.querying`);
      expect(stands(s.until(6))).toBe(`${phase}.waiting`);
      expect(s.never('path.online', 1)).toBe(true);
    },
  ),

  ...forEach(
    all.filter(({ exchange }) => exchange !== 'querying'),
    call('a login that comes too late is rejected, and the host waits to be notified'),
    (tell, { phase, exchange }) => {
      const s = away(tell, timers[phase]).until(middle[exchange] - 0.03);
      s.do('port.maintenance', 'A.p0').until(middle[exchange] + 0.06);
      expect(stands(s)).toBe(`${phase}.waiting`);
      s.do('port.repair', 'A.p0').until(12);
      s.order(['path.online', 1]);
      expect(stands(s)).toBe('online');
    },
  ),

  ...forEach(
    all.filter(({ phase }) => phase !== 'lost'),
    call('the phase ends meanwhile, and the search goes on'),
    (tell, { phase, exchange }) => {
      // Blocked since 2.7 s, or failed since 2.8 s.
      const left = seconds(middle[exchange]) - seconds(phase === 'blocked' ? 2.7 : 2.8);
      const s = away(
        tell,
        phase === 'blocked'
          ? { fastIoFail: left, devLoss: 'off' }
          : { fastIoFail: ms(100), devLoss: left },
      ).until(middle[exchange] + 0.01);
      expect(stands(s)).toBe(`${phase === 'blocked' ? 'failed' : 'lost'}.${exchange}`);
      s.until(12);
      s.order(['path.failed', 1], ['path.online', 1], ['path.reinstated', 1]);
      expect(s.never('path.lost', 1)).toBe(phase === 'blocked');
    },
  ),

  ...forEach(
    all,
    call('the host goes dark, and starts over in the light'),
    (tell, { phase, exchange }) => {
      const s = away(tell, timers[phase]).until(middle[exchange] - 0.03);
      s.do('cable.cut', 'X.h0.cable').until(middle[exchange] + 0.06);
      expect(stands(s)).toBe(`${phase}.${exchange}`);
      expect(stands(s.until(4.5))).toBe(`${phase}.waiting`);
      s.do('cable.mend', 'X.h0.cable').until(12);
      const host = s.row('X.h0');
      s.order(['host-port.dark', host], ['host-port.online', host], ['path.online', 1]);
      expect(stands(s)).toBe('online');
    },
  ),
};
