import { expect, test } from 'vitest';
import { stateOf } from '../../src/charts/index.ts';
import { story } from '../story.ts';

const quick = { boot: 3_000_000, automaticGiveback: 'off' } as const;

test('claims 29 and 30: names leave, the log is flushed, disks return, then names log in at home', () => {
  const s = story('top-1', quick)
    .until(10)
    .do('server.power-loss', 'A')
    .until(40)
    .do('server.repair', 'A')
    .until(60);
  expect(s.never('giveback.started')).toBe(true);
  s.do('giveback.start', 'A').until(80);
  s.order(
    ['server.waits-for-giveback', 'A'],
    ['giveback.ordered', 'B', 'A'],
    ['giveback.started', 'B', 'A'],
    ['vport.quiesced', 'B.p0.S1'],
    ['vport.drained', 'B.p0.S1'],
    ['fabric.logged-out', 'B.p0.S1'],
    ['vport.disabled', 'B.p0.S1'],
    ['log.flushed', 'B', 'A'],
    ['disk.released', 'A.d0', 'B'],
    ['disk.owner-changed', 'A.d0', 'B', 'A'],
    ['luns.online', 'A', 'A'],
    ['vport.enabled', 'A.p0.P'],
    ['fabric.login-accepted', 'A.p0.P'],
    ['giveback.completed', 'B', 'A'],
    ['io.served', undefined, 'A'],
  );
  expect(s.broken).toEqual([]);
});

test('after giveback rows, owners and reservations are as they were', () => {
  const s = story('top-1', quick);
  const w = s.sim.world;
  const snapshot = () => ({
    names: [...w.vport.portName],
    nodes: [...w.vport.nodeName],
    states: [...w.vport.state],
    enabled: [...w.vport.enabled],
    owners: [...w.disk.owner],
    reservations: [...w.disk.reservation],
    views: [...w.disk.homeView, ...w.disk.partnerView],
    lives: [...w.server.life].map((life) => stateOf('server', life)),
    monitors: [...w.server.monitor].map((state) => stateOf('failoverMonitor', state)),
    paths: [...w.path.address],
  });
  s.until(10);
  const before = snapshot();
  s.do('server.power-loss', 'A')
    .until(40)
    .do('server.repair', 'A')
    .until(60)
    .do('giveback.start', 'A')
    .until(90);
  expect(snapshot()).toEqual(before);
});

test('giveback is automatic after its delay', () => {
  const s = story('top-1', { boot: 3_000_000, automaticGiveback: 5_000_000 })
    .until(10)
    .do('server.power-loss', 'A')
    .until(40)
    .do('server.repair', 'A')
    .until(80);
  const [waits, started] = s.order(
    ['partner.waits', 'B', 'A'],
    ['giveback.started', 'B', 'A'],
    ['giveback.completed', 'B', 'A'],
  );
  expect(started!.at - waits!.at).toBe(5_000_000);
  expect(s.never('giveback.ordered')).toBe(true);
});

test('a power blip shorter than the detection time: the server replays its own log and serves', () => {
  const s = story('top-1', { boot: 3_000_000 })
    .until(10)
    .do('server.power-loss', 'A')
    .until(11)
    .do('server.repair', 'A')
    .until(40);
  s.order(
    ['partner.suspected', 'B'],
    ['log.replayed', 'A', 'A'],
    ['vport.enabled', 'A.p0.P'],
    ['server.up', 'A'],
  );
  expect(s.never('takeover.started')).toBe(true);
  expect(s.broken).toEqual([]);
});

test('a taker that dies in takeover and comes back goes on where it was', () => {
  const s = story('top-1', quick)
    .until(10)
    .do('server.power-loss', 'A')
    .until(100)
    .do('server.power-loss', 'B')
    .until(105)
    .do('server.repair', 'B')
    .until(130);
  s.order(
    ['takeover.completed', 'B'],
    ['takeover.resumed', 'B', 'A'],
    ['log.replayed', 'B', 'A'],
    ['takeover.completed', 'B', 'A'],
  );
  expect(s.broken).toEqual([]);
});

test('a second death during the handover ends with the disks at the survivor', () => {
  const s = story('top-1', quick)
    .until(10)
    .do('server.power-loss', 'A')
    .until(40)
    .do('server.repair', 'A')
    .until(60)
    .do('giveback.start', 'A')
    .until(60.2)
    .do('server.power-loss', 'A')
    .until(120);
  const w = s.sim.world;
  expect([...w.disk.owner.slice(1)].every((owner) => owner === s.row('B'))).toBe(true);
  expect(s.broken).toEqual([]);
});

test('a plain partner gets its physical port’s name back, and nobody takes over for it', () => {
  const s = story('top-4', quick)
    .until(5)
    .do('server.power-loss', 'A')
    .until(40)
    .do('server.repair', 'A')
    .until(60)
    .do('giveback.start', 'A')
    .until(80);
  s.order(
    ['vport.names-written', 'B.p0.S1'],
    ['giveback.started', 'B', 'A'],
    ['fabric.logged-out', 'B.p0.S1'],
    ['fabric.flogi-sent', 'A.p0.P'],
    ['giveback.completed', 'B', 'A'],
  );
  expect(s.sim.world.vport.address[s.row('A.p0.P')]! & 0xff).toBe(0);
  s.do('server.power-loss', 'B').until(110);
  expect(s.never('takeover.started', 'A')).toBe(true);
  expect(s.broken).toEqual([]);
});
