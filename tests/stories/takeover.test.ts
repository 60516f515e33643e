import { expect, test } from 'vitest';
import { seconds } from '../../src/model/time.ts';
import { roles, takeoverCauses } from '../../src/model/wordLists.ts';
import { story } from '../story.ts';

const cause = (name: (typeof takeoverCauses)[number]): number => takeoverCauses.indexOf(name);

test('claims 1 and 2: the survivor misses heartbeats, fences, replays, writes the names and serves', () => {
  const s = story('top-2').until(10).do('server.power-loss', 'A').until(40);
  s.order(
    ['heartbeat.missed', 'B', 'A', 1],
    ['partner.suspected', 'B'],
    ['heartbeat.missed', 'B', 'A', 15],
    ['partner.declared-failed', 'B', 'A', cause('no heartbeat')],
    ['takeover.started', 'B', 'A'],
    ['disk.reserved', 'A.d0', 'B'],
    ['disk.owner-changed', 'A.d0', 'A', 'B'],
    ['log.replayed', 'B', 'A'],
    ['vport.enabled', 'B.p0.S1'],
    ['fabric.login-accepted', 'B.p0.S1'],
    ['name-server.registered'],
    ['rscn.sent'],
    ['path.plogi-sent'],
    ['path.prli-sent'],
    ['path.online'],
    ['io.acknowledged', undefined, 'lun0'],
  );
  s.order(
    ['vport.initialized', 'B.p0.S1'],
    ['vport.names-written', 'B.p0.S1'],
    ['vport.enabled', 'B.p0.S1'],
  );
  expect(s.broken).toEqual([]);
});

test('the golden timeline of claim 1 holds within its tolerances', () => {
  const s = story('top-2').until(14).do('server.power-loss', 'A').until(40);
  const at = (kind: Parameters<typeof s.first>[0], about: (string | number)[] = []): number =>
    s.first(kind, about, s.first('server.power-lost').seq).at / 1e6 - 14;
  expect(at('fabric.implicit-logout')).toBeCloseTo(0.1, 2);
  expect(at('rscn.sent')).toBeCloseTo(0.6, 2);
  expect(at('path.blocked')).toBeCloseTo(0.7, 2);
  expect(at('partner.suspected')).toBeCloseTo(1.0, 1);
  expect(at('partner.declared-failed')).toBeGreaterThanOrEqual(15.0);
  expect(at('partner.declared-failed')).toBeLessThanOrEqual(15.01);
  expect(Math.abs(at('vport.enabled', ['B.p0.S1']) - 19.0)).toBeLessThanOrEqual(0.1);
  expect(Math.abs(at('fabric.login-accepted', ['B.p0.S1']) - 19.05)).toBeLessThanOrEqual(0.1);
  expect(Math.abs(at('name-server.registered') - 19.1)).toBeLessThanOrEqual(0.1);
  expect(Math.abs(at('path.online') - 19.9)).toBeLessThanOrEqual(0.1);
  expect(Math.abs(s.pause('lun0', 14) - 20.0)).toBeLessThanOrEqual(0.2);
});

test('claim 3 and 27: a planned takeover drains, flushes and logs out before the names move', () => {
  const s = story('top-1').until(10).do('takeover.planned', 'A').until(30);
  s.order(
    ['takeover.ordered', 'B', 'A'],
    ['vport.drained', 'A.p0.P'],
    ['log.flushed', 'A', 'A'],
    ['fabric.logged-out', 'A.p0.P'],
    ['server.shut-down', 'A'],
    ['partner.declared-failed', 'B', 'A', cause('operator')],
    ['takeover.started', 'B', 'A'],
    ['vport.enabled', 'B.p0.S1'],
    ['takeover.completed', 'B'],
  );
  const ordered = s.first('takeover.ordered').seq;
  expect(s.all('heartbeat.missed').filter((fact) => fact.seq < ordered)).toEqual([]);
  expect(s.never('path.failed')).toBe(true);
  expect(Math.abs(s.pause('lun0', 10) - 2.5)).toBeLessThanOrEqual(0.3);
  expect(s.broken).toEqual([]);
});

test('claims 4 to 6: both names are copied from the primary before the slot is enabled', () => {
  const s = story('top-2').until(10).do('server.power-loss', 'A').until(40);
  const [written] = s.order(['vport.names-written', 'B.p0.S1'], ['vport.enabled', 'B.p0.S1']);
  const { names } = s.sim.plan;
  expect(names[written!.b]).toBe('50:0a:09:80:86:57:d5:a0');
  expect(names[written!.c]).toBe('50:0a:09:81:86:57:d5:a0');
});

test('claims 8 to 11: one physical port answers under two names after the takeover', () => {
  const s = story('top-2').until(10).do('server.power-loss', 'A').until(40);
  const online = s.first('path.online', [], s.first('takeover.completed').seq);
  const later = s.all('io.arrived').filter((fact) => fact.seq > online.seq);
  const slots = new Set(later.map((fact) => s.id('vport', fact.b)));
  expect([...slots].sort()).toEqual(['B.p0.P', 'B.p0.S1']);
});

test('claim 8: what was written before the failure is read back through the second virtual port', () => {
  const s = story('top-2').until(10).do('server.power-loss', 'A').until(60);
  const online = s.first('path.online', [], s.first('takeover.completed').seq);
  const served = s.all('io.served', undefined, 'B').filter((fact) => fact.seq > online.seq);
  expect(served.length).toBeGreaterThan(500);
  expect(s.broken).toEqual([]);
});

test('claim 26: on every port a secondary shares the port with a primary, takes the identity over and serves', () => {
  const s = story('top-1').until(10);
  const w = s.sim.world;
  const role = (row: number): string => roles[w.vport.role[row]!]!;
  for (const port of ['A.p0', 'A.p1', 'B.p0', 'B.p1']) {
    expect(role(s.row(`${port}.P`)), port).toBe('PRIMARY');
    expect(role(s.row(`${port}.S1`)), port).toBe('PARTNER_SECONDARY');
    expect(w.vport.port[s.row(`${port}.P`)]).toBe(w.vport.port[s.row(`${port}.S1`)]);
  }
  s.do('server.power-loss', 'A').until(60);
  for (const slot of ['B.p0.S1', 'B.p1.S1']) {
    s.order(
      ['partner.declared-failed', 'B', 'A'],
      ['vport.initialized', slot],
      ['vport.names-written', slot],
      ['vport.enabled', slot],
      ['fabric.login-accepted', slot],
      ['name-server.registered'],
      ['rscn.sent'],
      ['path.online'],
      ['io.arrived', undefined, slot],
      ['io.served', undefined, 'B'],
    );
  }
  s.order(
    ['partner.declared-failed', 'B', 'A'],
    ['disk.reserved', 'A.d0', 'B'],
    ['disk.owner-changed', 'A.d0', 'A', 'B'],
    ['log.replayed', 'B', 'A'],
    ['vport.enabled', 'B.p0.S1'],
  );
  expect(s.broken).toEqual([]);
});

test('claim 28: a hung server with dead ports is detected by silence alone', () => {
  const s = story('top-1').until(10).do('server.hang-dead', 'A').until(60);
  const declared = s.first('partner.declared-failed', ['B', 'A', cause('no heartbeat')]);
  expect(declared.at - seconds(10)).toBeGreaterThan(seconds(14));
  expect(s.never('takeover.completed')).toBe(false);
});

test('a hung server whose ports still answer is fenced and reset before its names are enabled', () => {
  const s = story('top-1').until(10).do('server.hang', 'A').until(60);
  s.order(
    ['partner.declared-failed', 'B', 'A'],
    ['disk.owner-changed', 'A.d1', 'A', 'B'],
    ['server.reset', 'A', 'B'],
    ['fabric.implicit-logout'],
    ['vport.enabled', 'B.p0.S1'],
    ['takeover.completed', 'B'],
  );
  expect(s.never('fabric.login-rejected')).toBe(true);
  expect(s.broken).toEqual([]);
});

test('a panic packet spares the survivor the wait', () => {
  const s = story('top-2').until(10).do('server.panic', 'A').until(30);
  const [heard, declared] = s.order(
    ['panic-packet.heard', 'B'],
    ['partner.declared-failed', 'B', 'A', cause('panic')],
    ['takeover.completed', 'B'],
  );
  expect(heard!.at - seconds(10)).toBe(1_000);
  expect(declared!.at - heard!.at).toBeLessThan(10_000);
});

test('a cut interconnect alone starts no takeover: both stamp the mailbox', () => {
  const s = story('top-1').until(10).do('interconnect.cut', 'interconnect.A-B').until(60);
  expect(s.never('takeover.started')).toBe(true);
  expect(s.never('takeover.inhibited')).toBe(false);
  s.do('interconnect.mend', 'interconnect.A-B').until(70);
  s.order(['mirror.lost', 'A'], ['mirror.synchronized', 'A']);
  expect(s.broken).toEqual([]);
});

test('a cut interconnect and then a death: the log is out of step, so nobody takes over by itself', () => {
  const s = story('top-1')
    .until(10)
    .do('interconnect.cut', 'interconnect.A-B')
    .until(20)
    .do('server.power-loss', 'A')
    .until(90);
  expect(s.never('takeover.started')).toBe(true);
  expect(s.broken).toEqual([]);
});

test('a heartbeat that returns in time calls the suspicion off', () => {
  const s = story('top-1')
    .until(10)
    .do('interconnect.cut', 'interconnect.A-B')
    .until(15)
    .do('interconnect.mend', 'interconnect.A-B')
    .until(40);
  s.order(['partner.suspected', 'B'], ['partner.heard-again', 'B'], ['takeover.cancelled', 'B']);
  expect(s.never('takeover.started')).toBe(true);
});

test('the opening scenario pauses for about 3.7 s and loses no path', () => {
  const s = story('start').until(12).do('server.power-loss', 'A').until(20);
  const resumed = s
    .all('io.acknowledged')
    .find(
      (fact) => fact.at > seconds(13) && (fact.b === s.row('lun0') || fact.b === s.row('lun1')),
    );
  expect(Math.abs(resumed!.at / 1e6 - 12 - 3.7)).toBeLessThanOrEqual(0.3);
  expect(s.never('path.failed')).toBe(true);
  expect(s.broken).toEqual([]);
});
