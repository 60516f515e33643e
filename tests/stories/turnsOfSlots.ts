import { expect } from 'vitest';
import { stateOf } from '../../src/charts/index.ts';
import type { Settings } from '../../src/model/plan.ts';
import { ms, seconds } from '../../src/model/time.ts';
import type { Story } from '../story.ts';
import { forEach } from './turns.ts';
import type { Turns } from './turns.ts';

const slot = (s: Story, id: string): string =>
  stateOf('virtualPort', s.sim.world.vport.state[s.row(id)]!);
const monitor = (s: Story, id: string): string =>
  stateOf('failoverMonitor', s.sim.world.server.monitor[s.row(id)]!);

const calm: Partial<Settings> = { requestRate: 5, missesAllowed: 3, boot: seconds(3) };
/** Requests of 16 MB keep a port busy for 40 ms each. */
const busy: Partial<Settings> = { ...calm, requestRate: 100, requestSize: 16_000 };

/** How far a name has come on its way to the sibling port when its server has flushed its log. */
const onItsWay: readonly (Partial<Settings> & { readonly is: string; readonly ordered: number })[] =
  [
    { is: 'activating', activateSlot: seconds(1), ordered: 2.15 },
    { is: 'writing', writeNames: seconds(1), ordered: 2.15 },
    { is: 'loggingIn', activateSlot: ms(250), writeNames: ms(250), login: ms(500), ordered: 2.15 },
    { is: 'active', ordered: 2.15 },
  ];

export const turnsOfSlots: Turns = {
  ...forEach(
    onItsWay,
    ({ is }) => `a server shuts down in order while a name on its way to a sibling is ${is}`,
    (tell, { is, ordered, ...settings }) => {
      const s = tell('top-3', { ...calm, ...settings })
        .until(2)
        .do('port.fail', 'A.p0');
      s.until(ordered).do('takeover.planned', 'A');
      const flushed = s.until(2.8).first('log.flushed', ['A', 'A']);
      const since = s.all('vport.disabled', 'A.p1.S2').filter((fact) => fact.seq > flushed.seq);
      expect(since.length).toBe(is === 'activating' || is === 'writing' ? 0 : 1);
      expect(slot(s, 'A.p1.S2')).toBe('standby');
      s.until(12);
      s.order(
        ['server.shut-down', 'A'],
        ['fabric.login-accepted', 'B.p0.S1'],
        ['takeover.completed', 'B'],
      );
    },
  ),

  'a name that is logging in when its server is told to shut down counts as drained'(tell) {
    const s = tell('top-3', calm).until(2).do('port.fail', 'A.p0').until(2.22);
    expect(slot(s, 'A.p1.S2')).toBe('loggingIn');
    s.do('takeover.planned', 'A').until(2.23);
    expect(slot(s, 'A.p1.S2')).toBe('drained');
    s.until(12);
    s.order(['vport.drained', 'A.p1.S2'], ['server.shut-down', 'A'], ['takeover.completed', 'B']);
    expect(s.never('vport.online', 'A.p1.S2')).toBe(true);
  },

  'a taker whose port is dark does without it and says so, and gives the name back unused'(tell) {
    const s = tell('top-1', calm)
      .until(2)
      .do('cable.cut', 'B.p0.cable')
      .do('server.power-loss', 'A');
    s.until(14);
    s.order(['vport.link-down', 'B.p0.S1'], ['takeover.incomplete', 'B', 'A', 1]);
    expect(slot(s, 'B.p0.S1')).toBe('linkDown');
    s.do('server.repair', 'A').until(20).do('giveback.start', 'A').until(24);
    s.order(
      ['vport.drained', 'B.p0.S1'],
      ['vport.disabled', 'B.p0.S1'],
      ['giveback.completed', 'B', 'A'],
    );
    expect(s.never('fabric.logo-sent', 'B.p0.S1')).toBe(true);
  },

  'a login whose frame is lost in a blink is asked for again after two R_A_TOV'(tell) {
    const s = tell('top-2', calm).until(2).do('server.power-loss', 'A').until(9.03);
    expect(slot(s, 'B.p0.S1')).toBe('loggingIn');
    s.do('cable.cut', 'B.p0.cable').until(9.1).do('cable.mend', 'B.p0.cable').until(30);
    const [first, second] = s.order(
      ['fabric.fdisc-sent', 'B.p0.S1'],
      ['fabric.fdisc-sent', 'B.p0.S1'],
      ['vport.online', 'B.p0.S1'],
      ['takeover.completed', 'B', 'A'],
    );
    expect(second!.at - first!.at).toBe(seconds(20));
  },

  'a name whose logout cannot be sent in a blink leaves later, and only then is it taken'(tell) {
    const s = tell('top-2', { ...calm, elsTimeout: seconds(2) })
      .until(2)
      .do('takeover.planned', 'A');
    const flushed = s.until(2.49).do('cable.cut', 'A.p0.cable').until(2.55);
    expect(slot(flushed, 'A.p0.P')).toBe('loggingOut');
    expect(s.never('fabric.logo-sent', 'A.p0.P')).toBe(true);
    s.do('cable.mend', 'A.p0.cable').until(12);
    s.order(
      ['fabric.logged-out', 'A.p0.P'],
      ['server.shut-down', 'A'],
      ['vport.enabled', 'B.p0.S1'],
    );
    expect(s.first('fabric.logged-out', ['A.p0.P']).at).toBeGreaterThan(seconds(4.5));
  },

  'a slot that is refused and then loses its light asks again in the light'(tell) {
    const s = tell('top-2', { ...calm, resetPartner: false })
      .until(2)
      .do('server.hang', 'A')
      .until(10);
    expect(slot(s, 'B.p0.S1')).toBe('refused');
    expect(slot(s.do('cable.cut', 'B.p0.cable').until(10.2), 'B.p0.S1')).toBe('linkDown');
    s.do('server.repair', 'A').until(11).do('cable.mend', 'B.p0.cable').until(16);
    s.order(
      ['vport.refused', 'B.p0.S1'],
      ['vport.link-down', 'B.p0.S1'],
      ['vport.online', 'B.p0.S1'],
    );
  },

  'a slot that is refused while the partner holds the name is given back before it asks again'(
    tell,
  ) {
    // Nobody resets the hung partner; the taker’s own port is dark until the takeover is complete.
    const s = tell('top-2', { ...calm, resetPartner: false, loginRetry: seconds(60) }).until(2);
    s.do('cable.cut', 'B.p0.cable').do('server.hang', 'A').until(12).do('cable.mend', 'B.p0.cable');
    s.until(13);
    s.order(['takeover.incomplete', 'B', 'A', 1], ['fabric.login-rejected', 'B.p0.S1']);
    s.do('server.repair', 'A').until(20).do('giveback.start', 'A');
    expect(slot(s.until(20.01), 'B.p0.S1')).not.toBe('refused');
    s.until(26);
    s.order(
      ['vport.drained', 'B.p0.S1'],
      ['vport.online', 'A.p0.P'],
      ['giveback.completed', 'B', 'A'],
    );
  },

  'a server that was told to shut down stays when its partner panics, and its names log in again'(
    tell,
  ) {
    const s = tell('top-1', calm).until(2).do('takeover.planned', 'A').until(2.2);
    expect(slot(s, 'A.p0.P')).toBe('drained');
    s.do('server.panic', 'B').until(12);
    s.order(
      ['server.panicked', 'B'],
      ['takeover.started', 'A', 'B'],
      ['vport.online', 'A.p0.P'],
      ['server.up', 'A'],
      ['takeover.completed', 'A', 'B'],
    );
  },

  'a server that stays before its requests are finished just takes new ones'(tell) {
    const s = tell('top-1', busy).until(2).do('takeover.planned', 'A').until(2.005);
    expect(slot(s, 'A.p0.P')).toBe('quiescing');
    s.do('server.panic', 'B').until(2.02);
    expect(slot(s, 'A.p0.P')).toBe('active');
    s.until(4);
    s.order(['takeover.started', 'A', 'B'], ['server.up', 'A']);
    expect(s.never('fabric.logged-out', 'A.p0.P')).toBe(true);
  },

  'a server that stays takes requests again under a name that a sibling port carries'(tell) {
    const s = tell('top-3', calm).until(1).do('port.fail', 'A.p0').until(4);
    s.do('takeover.planned', 'A').until(4.01);
    expect(slot(s, 'A.p1.S2')).toBe('drained');
    s.do('server.panic', 'B').until(12);
    s.order(['takeover.started', 'A', 'B'], ['vport.online', 'A.p1.S2'], ['server.up', 'A']);
  },

  'a server that stays while a name on its way to a sibling logs in goes on with it'(tell) {
    const s = tell('top-3', calm).until(2).do('port.fail', 'A.p0').until(2.22);
    s.do('takeover.planned', 'A').until(2.23).do('server.panic', 'B');
    expect(slot(s, 'A.p1.S2')).toBe('drained');
    s.until(12);
    s.order(['takeover.started', 'A', 'B'], ['port.moved', 'A.p0'], ['server.up', 'A']);
  },

  ...forEach(
    [
      {
        is: 'standby',
        port: 'movingName.activating',
        activateSlot: seconds(2),
        login: ms(300),
        ordered: 2.15,
      },
      { is: 'loggingOut', port: 'away', login: ms(300), ordered: 4 },
    ],
    ({ is, port }) =>
      `a server that stays moves a name anew whose slot is ${is} while its port is ${port}`,
    (tell, { is, port, ordered, ...settings }) => {
      const s = tell('top-3', { ...calm, ...settings })
        .until(2)
        .do('port.fail', 'A.p0');
      s.until(ordered)
        .do('takeover.planned', 'A')
        .until(ordered + 0.601);
      expect(slot(s, 'A.p1.S2')).toBe(is);
      expect(stateOf('physicalPort', s.sim.world.port.monitor[s.row('A.p0')]!)).toBe(port);
      s.do('server.panic', 'B').until(16);
      s.order(
        ['takeover.started', 'A', 'B'],
        ['vport.initialized', 'A.p1.S2'],
        ['port.moved', 'A.p0'],
      );
      s.order(['takeover.started', 'A', 'B'], ['server.up', 'A']);
    },
  ),

  'a slot that cannot finish in time counts as drained'(tell) {
    const s = tell('top-1', { ...busy, drainLimit: ms(20) })
      .until(2)
      .do('takeover.planned', 'A');
    s.until(6);
    const [quiesced, drained] = s.order(['vport.quiesced', 'A.p0.P'], ['vport.drained', 'A.p0.P']);
    expect(drained!.at - quiesced!.at).toBe(ms(20));
  },

  'a slot whose port fails while it finishes its requests has none left'(tell) {
    const s = tell('top-1', busy).until(1.93).do('cable.cut', 'A.p0.cable').until(2);
    s.do('takeover.planned', 'A').until(2.02);
    expect(slot(s, 'A.p0.P')).toBe('quiescing');
    s.until(6);
    const [failed, drained] = s.order(
      ['port.failure-detected', 'A.p0'],
      ['vport.drained', 'A.p0.P'],
    );
    expect(drained!.at).toBe(failed!.at);
    expect(monitor(s, 'B')).toMatch(/^(takingOver|inTakeover)/);
  },
};
