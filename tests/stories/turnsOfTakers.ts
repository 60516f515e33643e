import { expect } from 'vitest';
import { stateOf } from '../../src/charts/index.ts';
import type { Settings } from '../../src/model/plan.ts';
import { ms, seconds } from '../../src/model/time.ts';
import type { Story } from '../story.ts';
import type { Teller, Turns } from './turns.ts';

const monitor = (s: Story, id: string): string =>
  stateOf('failoverMonitor', s.sim.world.server.monitor[s.row(id)]!);
const slot = (s: Story, id: string): string =>
  stateOf('virtualPort', s.sim.world.vport.state[s.row(id)]!);

const calm: Partial<Settings> = { requestRate: 5, missesAllowed: 3, boot: seconds(3) };

/** A is taken over, starts again, and waits for giveback. */
const waiting = (tell: Teller, settings: Partial<Settings> = {}): Story =>
  tell('top-2', { ...calm, automaticGiveback: 'off', flushInterval: seconds(60), ...settings })
    .until(2)
    .do('server.power-loss', 'A')
    .until(10)
    .do('server.repair', 'A')
    .until(16);

/** Two disks of the only LUN of A: RAID cannot do without both. */
const killBothDisks = (s: Story): Story => s.do('disk.fail', 'A.d0').do('disk.fail', 'A.d1');

export const turnsOfTakers: Turns = {
  'a taker that never replayed leaves the log to its partner, which waits and then replays it'(
    tell,
  ) {
    const s = tell('top-1', { boot: seconds(3), automaticGiveback: 'off' });
    s.until(15).do('takeover.planned', 'B').until(15.02);
    s.do('server.panic', 'B').until(15.1).do('server.repair', 'B').until(15.4);
    s.do('server.power-loss', 'A').until(15.5).do('server.repair', 'A').until(40);
    s.order(
      ['disk.reserved', 'B.d0', 'A'],
      ['server.power-lost', 'A'],
      ['server.waits-for-giveback', 'B'],
      ['takeover.abandoned', 'A', 'B'],
      ['log.replayed', 'B', 'B'],
      ['server.up', 'B'],
    );
    expect(s.never('log.discarded', 'B')).toBe(true);
    expect(s.broken).toEqual([]);
  },

  'a reservation that was on its way when its taker died is released when it is back'(tell) {
    const s = tell('top-1', { automaticGiveback: 'off', boot: ms(100), fence: seconds(5) });
    s.until(10).do('server.power-loss', 'A').until(25.05).do('server.panic', 'B');
    s.until(25.1).do('server.repair', 'B').until(40);
    s.order(
      ['disk.reserving', 'A.d0', 'B'],
      ['takeover.abandoned', 'B', 'A'],
      ['disk.released', 'A.d0', 'B'],
    );
    expect(s.broken).toEqual([]);
  },

  'a taker that stands still for a moment goes on with its takeover'(tell) {
    const s = waiting(tell).do('server.pause', 'B').until(18).do('server.resume', 'B').until(22);
    expect(s.all('takeover.started').length).toBe(1);
    expect(monitor(s, 'B')).toBe('inTakeover.ready');
    s.do('giveback.start', 'A').until(26).order(['giveback.completed', 'B', 'A']);
    expect(s.broken).toEqual([]);
  },

  'a path that is cut while disks are reserved: they go back once there is a path again'(tell) {
    const s = tell('top-2', { ...calm, fence: seconds(4) })
      .until(2)
      .do('server.power-loss', 'A');
    s.until(6.5).do('shelf.cut-partner', 'shelf1').until(9);
    expect(monitor(s, 'B')).toBe('undoing');
    s.until(12).do('shelf.mend', 'shelf1').until(30);
    s.order(
      ['disk.reserved', 'A.d0', 'B'],
      ['takeover.failed', 'B', 'A'],
      ['shelf.mended', 'shelf1'],
      ['disk.released', 'A.d0', 'B'],
      ['takeover.completed', 'B', 'A'],
    );
    expect(s.broken).toEqual([]);
  },

  'a partner that falls silent while its giveback waits for an order'(tell) {
    const s = tell('top-2', { ...calm, automaticGiveback: seconds(1), givebacksAllowed: 1 });
    for (const at of [2, 22]) {
      s.until(at)
        .do('server.power-loss', 'A')
        .until(at + 8)
        .do('server.repair', 'A');
    }
    s.until(38);
    expect(monitor(s, 'B')).toBe('inTakeover.waitingForOrder');
    s.do('server.power-loss', 'A').until(44);
    expect(monitor(s, 'B')).toBe('inTakeover.holding');
  },

  'a partner that panics while requests are finished: its giveback is broken off'(tell) {
    const s = waiting(tell, { requestRate: 100, requestSize: 16_000 });
    s.do('giveback.start', 'A').do('server.panic', 'A').until(20);
    s.order(
      ['giveback.started', 'B', 'A'],
      ['panic-packet.heard', 'B'],
      ['giveback.broken-off', 'B', 'A'],
      ['takeover.completed', 'B', 'A'],
    );
    expect(s.never('vport.disabled', 'B.p0.S1')).toBe(true);
  },

  'a path that is cut while the taker writes out its log, or gives disks back'(tell) {
    for (const [at, state] of [
      [16.3, 'givingBack.flushing'],
      [17, 'givingBack.releasing'],
    ] as const) {
      const s = waiting(tell, { releaseDisks: seconds(2) })
        .do('giveback.start', 'A')
        .until(at);
      expect(monitor(s, 'B')).toBe(state);
      s.do('shelf.cut-partner', 'shelf1').until(22);
      expect(monitor(s, 'B')).toBe(state);
      s.do('shelf.mend', 'shelf1').until(30);
      s.order(['shelf.mended', 'shelf1'], ['giveback.completed', 'B', 'A']);
      expect(s.broken).toEqual([]);
    }
  },

  'slots that were prepared early stand by again when the replay fails'(tell) {
    const s = tell('top-2', {
      ...calm,
      flushInterval: seconds(60),
      prepareSlotsEarly: true,
      replayAlwaysFull: true,
    });
    s.until(2).do('nvram.damage', 'B').do('server.power-loss', 'A').until(20);
    s.order(
      ['vport.initialized', 'B.p0.S1'],
      ['takeover.failed', 'B', 'A'],
      ['disk.released', 'A.d0', 'B'],
    );
    expect(slot(s, 'B.p0.S1')).toBe('standby');
    expect(s.broken).toEqual([]);
  },

  'slots that wait for their names stand by again when the takeover is undone'(tell) {
    const slow: Partial<Settings> = { prepareSlotsEarly: false, activateSlot: seconds(1) };
    const s = tell('top-2', { ...calm, ...slow })
      .until(2)
      .do('server.power-loss', 'A');
    while (monitor(s, 'B') !== 'takingOver.activating') s.until(s.sim.now / 1e6 + 0.1);
    s.do('server.pause', 'B').until(12);
    expect(slot(s, 'B.p0.S1')).toBe('activated');
    killBothDisks(s).do('server.resume', 'B').until(16);
    s.order(['takeover.resumed', 'B', 'A'], ['takeover.failed', 'B', 'A']);
    expect(slot(s, 'B.p0.S1')).toBe('standby');
  },

  'a slot that a switch refuses stands by again when the takeover is undone'(tell) {
    const s = tell('top-2', { ...calm, resetPartner: false, loginRetry: seconds(20) });
    s.until(2).do('server.hang', 'A').until(10);
    expect(slot(s, 'B.p0.S1')).toBe('refused');
    killBothDisks(s.do('server.pause', 'B')).until(11).do('server.resume', 'B').until(16);
    s.order(['takeover.resumed', 'B', 'A'], ['takeover.failed', 'B', 'A']);
    expect(slot(s, 'B.p0.S1')).toBe('standby');
  },

  'slots that finish their requests let go of their names when the takeover is undone'(tell) {
    const s = waiting(tell, { requestRate: 100, requestSize: 16_000, drainLimit: seconds(10) });
    s.do('giveback.start', 'A').do('server.pause', 'B').until(17);
    expect(slot(s, 'B.p0.S1')).toBe('quiescing');
    killBothDisks(s).do('server.resume', 'B').until(18);
    expect(slot(s, 'B.p0.S1')).toBe('standby');
    s.do('disk.replace', 'A.d0').do('disk.replace', 'A.d1').until(80);
    s.order(['takeover.failed', 'B', 'A'], ['log.flushed', 'B', 'A'], ['disk.released', 'A.d0']);
    expect(s.broken).toEqual([]);
  },

  'a new disk that fails while it is filled is replaced once more'(tell) {
    const s = tell('top-2', calm).until(2).do('disk.fail', 'A.d0').until(3);
    s.do('disk.replace', 'A.d0').until(4).do('disk.fail', 'A.d0').until(30);
    expect(s.never('disk.rebuilt')).toBe(true);
    s.do('disk.replace', 'A.d0').until(60).order(['disk.rebuilt', 'A.d0']);
  },

  'a server that starts without a path to its shelf looks again until there is one'(tell) {
    const s = tell('top-2', { ...calm, boot: seconds(1) })
      .until(2)
      .do('takeover.disable', 'A');
    s.do('shelf.cut-home', 'shelf1').do('server.power-loss', 'A').do('server.repair', 'A');
    s.until(8).do('shelf.mend', 'shelf1').until(16);
    s.order(['shelf.mended', 'shelf1'], ['log.replayed', 'A', 'A'], ['server.up', 'A']);
    expect(s.broken).toEqual([]);
  },
};
