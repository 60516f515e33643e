import { expect } from 'vitest';
import { stateOf } from '../../src/charts/index.ts';
import type { Settings } from '../../src/model/plan.ts';
import { ms, seconds } from '../../src/model/time.ts';
import { takeoverCauses } from '../../src/model/schema.ts';
import type { Story } from '../story.ts';
import type { Teller, Turns } from './turns.ts';

const life = (s: Story, id: string): string =>
  stateOf('server', s.sim.world.server.life[s.row(id)]!);
const monitor = (s: Story, id: string): string =>
  stateOf('failoverMonitor', s.sim.world.server.monitor[s.row(id)]!);
const disk = (s: Story, id: string): string => stateOf('disk', s.sim.world.disk.state[s.row(id)]!);
const cause = (name: (typeof takeoverCauses)[number]): number => takeoverCauses.indexOf(name);

const calm: Partial<Settings> = {
  requestRate: 5,
  missesAllowed: 3,
  boot: seconds(3),
  // A takeover is never too young to be taken up again.
  takeoverGrace: 0,
};

/** A is taken over, starts again, and waits for giveback; B hears so at 14 s. */
const waiting = (tell: Teller, settings: Partial<Settings> = {}): Story =>
  tell('top-2', { ...calm, ...settings })
    .until(2)
    .do('server.power-loss', 'A')
    .until(10)
    .do('server.repair', 'A');

export const turnsOfServers: Turns = {
  'a server too slow in shutting down is fenced, and its next write halts it'(tell) {
    // No service processor resets it first.
    const s = tell('top-2', {
      ...calm,
      resetPartner: false,
      shutdownLimit: ms(200),
      flushLog: seconds(2),
    });
    s.until(2).do('takeover.planned', 'A').until(2.5);
    expect(monitor(s, 'B')).toBe('takingOver.fencing');
    expect(life(s, 'A')).toBe('shuttingDown.flushing');
    s.until(12);
    s.order(
      ['disk.reserved', 'A.d0', 'B'],
      ['reservation.conflict', undefined, 'A'],
      ['server.halted', 'A'],
      ['takeover.completed', 'B', 'A'],
    );
    expect(s.never('log.flushed', 'A', 'A')).toBe(true);
  },

  'a home server that dies at the handover starts again and finds its disks returned'(tell) {
    const s = waiting(tell, { boot: ms(500) })
      .until(16)
      .do('giveback.start', 'A')
      .until(16.6);
    s.do('server.hang-dead', 'A').until(16.7).do('server.repair', 'A').until(17.1);
    expect(monitor(s, 'B')).toBe('givingBack.handedOver');
    s.until(22);
    s.order(
      ['giveback.started', 'B', 'A'],
      ['server.hung', 'A'],
      ['log.discarded', 'A'],
      ['server.up', 'A'],
      ['giveback.completed', 'B', 'A'],
    );
    expect(life(s, 'A')).toBe('up');
  },

  'a taker that stands still between reserving a disk and relabelling it goes on with that disk'(
    tell,
  ) {
    const s = tell('top-2', { ...calm, fence: seconds(4) })
      .until(2)
      .do('server.power-loss', 'A');
    // One disk takes two seconds: its reservation holds after one.
    s.until(6.5);
    expect(disk(s, 'A.d0')).toBe('reserved');
    s.do('server.pause', 'B').until(8).do('server.resume', 'B').until(20);
    s.order(
      ['disk.reserved', 'A.d0', 'B'],
      ['takeover.resumed', 'B', 'A'],
      ['disk.owner-changed', 'A.d0', 'A', 'B'],
      ['takeover.completed', 'B', 'A'],
    );
    expect(s.all('disk.reserved', 'A.d0').length).toBe(1);
  },

  'a taker that dies in takeover finds the disks held when it resumes'(tell) {
    const s = tell('top-2', calm).until(2).do('server.power-loss', 'A').until(12);
    expect(disk(s, 'A.d0')).toBe('held');
    s.do('server.power-loss', 'B').do('server.repair', 'B').until(24);
    s.order(['takeover.completed', 'B'], ['takeover.resumed', 'B'], ['takeover.completed', 'B']);
    expect(s.all('disk.owner-changed', 'A.d0').length).toBe(1);
  },

  'a taker that dies while it returns disks, and is back at once, takes them again'(tell) {
    const s = waiting(tell, { releaseDisks: seconds(5), boot: ms(500) }).until(16);
    s.do('giveback.start', 'A').until(16.7);
    expect(disk(s, 'A.d0')).toBe('releasing');
    s.do('server.power-loss', 'B').do('server.repair', 'B').until(30);
    s.order(
      ['takeover.resumed', 'B', 'A'],
      ['disk.reserved', 'A.d0', 'B'],
      ['takeover.completed', 'B'],
    );
    expect(s.never('disk.released')).toBe(true);
  },

  'a partner that panics just after the interconnect is mended is taken over at once'(tell) {
    const s = tell('top-2', calm).until(2).do('interconnect.cut', 'interconnect.A-B').until(3.3);
    expect(monitor(s, 'B')).toBe('suspect');
    s.do('interconnect.mend', 'interconnect.A-B').until(3.4).do('server.panic', 'A').until(12);
    const [heard, started] = s.order(['panic-packet.heard', 'B'], ['takeover.started', 'B', 'A']);
    expect(started!.at - heard!.at).toBeLessThan(ms(10));
    s.order(['takeover.completed', 'B', 'A']);
  },

  'a partner that is heard again while the mailbox is read is left alone'(tell) {
    const s = tell('top-2', { ...calm, mailboxRead: seconds(1) }).until(2);
    s.do('interconnect.cut', 'interconnect.A-B').until(5.5);
    expect(monitor(s, 'B')).toBe('deciding');
    s.do('interconnect.mend', 'interconnect.A-B').until(12);
    s.order(['partner.heard-again', 'B', 'A'], ['takeover.cancelled', 'B', 'A']);
    expect(monitor(s, 'B')).toBe('monitoring');
    expect(s.never('takeover.inhibited')).toBe(true);
  },

  'a server that panics while it shuts down in order is taken over at once'(tell) {
    const s = tell('top-2', calm).until(2).do('takeover.planned', 'A').until(2.2);
    s.do('server.panic', 'A').until(8);
    const [, , declared] = s.order(
      ['takeover.ordered', 'B', 'A'],
      ['panic-packet.heard', 'B'],
      ['partner.declared-failed', 'B', 'A', cause('panic')],
      ['log.replayed', 'B', 'A'],
      ['takeover.completed', 'B', 'A'],
    );
    expect(declared!.at).toBeLessThan(seconds(2.3));
    expect(s.never('server.shut-down')).toBe(true);
  },

  'a server that hangs while it shuts down in order is taken over when it is silent'(tell) {
    const s = tell('top-2', calm).until(2).do('takeover.planned', 'A').until(2.2);
    s.do('server.hang', 'A').until(12);
    s.order(
      ['takeover.ordered', 'B', 'A'],
      ['heartbeat.missed', 'B', 'A', 3],
      ['takeover.started', 'B', 'A'],
      ['log.replayed', 'B', 'A'],
      ['takeover.completed', 'B', 'A'],
    );
  },

  'a partner that falls silent while it waits is not given anything'(tell) {
    const s = waiting(tell, { automaticGiveback: seconds(5) }).until(15);
    expect(monitor(s, 'B')).toBe('inTakeover.ready');
    s.do('server.power-loss', 'A').until(24);
    expect(monitor(s, 'B')).toBe('inTakeover.holding');
    expect(s.never('giveback.started')).toBe(true);
  },

  'a partner that falls silent while requests are finished: its giveback is broken off'(tell) {
    // Silent at 17.005 s; the giveback starts shortly before by itself.
    const s = waiting(tell, {
      automaticGiveback: ms(2950),
      requestRate: 100,
      requestSize: 16_000,
    });
    s.until(14.5).do('server.power-loss', 'A').until(17);
    expect(monitor(s, 'B')).toBe('givingBack.quiescing');
    s.until(22);
    s.order(
      ['giveback.started', 'B', 'A'],
      ['vport.quiesced', 'B.p0.S1'],
      ['giveback.broken-off', 'B', 'A'],
      ['takeover.completed', 'B', 'A'],
    );
    expect(s.never('vport.disabled', 'B.p0.S1')).toBe(true);
    expect(monitor(s, 'B')).toBe('inTakeover.holding');
  },

  'a partner that falls silent while its names log out: they are taken once more'(tell) {
    const s = waiting(tell, { automaticGiveback: ms(2980) });
    s.until(14.5).do('server.power-loss', 'A').until(17);
    expect(monitor(s, 'B')).toBe('givingBack.loggingOut');
    s.until(22);
    s.order(
      ['vport.drained', 'B.p0.S1'],
      ['giveback.broken-off', 'B', 'A'],
      ['vport.disabled', 'B.p0.S1'],
      ['vport.names-written', 'B.p0.S1'],
      ['vport.online', 'B.p0.S1'],
      ['takeover.completed', 'B', 'A'],
    );
    expect(s.never('disk.released')).toBe(true);
  },

  'a home server that panics before its names are back is taken over again'(tell) {
    const s = waiting(tell, { login: ms(300) })
      .until(16)
      .do('giveback.start', 'A')
      .until(17.5);
    expect(life(s, 'A')).toBe('recovering');
    s.do('server.panic', 'A').until(26);
    s.order(
      ['takeover.completed', 'B', 'A'],
      ['disk.released', 'A.d0', 'B'],
      ['partner.declared-failed', 'B', 'A', cause('panic')],
      ['takeover.completed', 'B', 'A'],
    );
  },

  'a home server that restarts before its partner has heard of it serves its own disks'(tell) {
    const s = waiting(tell, { login: ms(300), boot: ms(500) }).until(16);
    s.do('giveback.start', 'A').until(17.5);
    expect(life(s, 'A')).toBe('recovering');
    s.do('server.power-loss', 'A').do('server.repair', 'A').until(24);
    s.order(
      ['giveback.started', 'B', 'A'],
      ['log.replayed', 'A', 'A'],
      ['server.up', 'A'],
      ['giveback.completed', 'B', 'A'],
    );
  },

  'a survivor cut off at the handover looks whether its partner lives before it acts'(tell) {
    const s = waiting(tell).until(16).do('giveback.start', 'A').until(17.12);
    expect(monitor(s, 'B')).toBe('givingBack.handedOver');
    s.do('interconnect.cut', 'interconnect.A-B').until(28);
    s.order(['disk.released', 'A.d0', 'B'], ['server.up', 'A'], ['takeover.inhibited', 'B', 'A']);
    expect(s.all('takeover.started').length).toBe(1);
    s.do('interconnect.mend', 'interconnect.A-B').until(32);
    expect([monitor(s, 'A'), monitor(s, 'B')]).toEqual(['monitoring', 'monitoring']);
  },
};
