import { expect, test } from 'vitest';
import { stateOf } from '../../src/charts/index.ts';
import { story } from '../story.ts';

test('claim 36: a dead port’s name moves to its sibling; no disk changes owner', () => {
  const s = story('top-3').until(10).do('port.fail', 'A.p0').until(20);
  s.order(
    ['port.failure-detected', 'A.p0'],
    ['vport.disabled', 'A.p0.P'],
    ['vport.initialized', 'A.p1.S2'],
    ['vport.names-written', 'A.p1.S2'],
    ['vport.enabled', 'A.p1.S2'],
    ['fabric.login-accepted', 'A.p1.S2'],
    ['port.moved', 'A.p0', 'A.p1'],
    ['path.online'],
  );
  expect(s.never('takeover.started')).toBe(true);
  expect(s.never('disk.owner-changed')).toBe(true);
  expect(s.pause('lun0', 10)).toBeLessThanOrEqual(5);
  expect(s.broken).toEqual([]);
});

test('a port in maintenance whose link blinks logs in anew under its own name, and its name stays away', () => {
  for (const dark of [0.06, 2]) {
    const s = story('top-3').until(5).do('port.maintenance', 'A.p0').until(8);
    s.do('cable.cut', 'A.p0.cable')
      .until(8 + dark)
      .do('cable.mend', 'A.p0.cable')
      .until(14);
    s.order(['link.up', 'A.p0.cable'], ['fabric.login-accepted', 'A.p0.base']);
    expect(s.all('vport.enabled', 'A.p0.P')).toEqual([]);
    s.do('port.repair', 'A.p0').until(30);
    s.order(['port.repaired', 'A.p0'], ['port.returned', 'A.p0']);
    expect(s.broken).toEqual([]);
  }
});

test('claim 37: a port is taken out for maintenance without losing a path', () => {
  const s = story('top-3').until(10).do('port.maintenance', 'A.p0').until(20);
  s.order(
    ['port.maintenance-started', 'A.p0'],
    ['vport.quiesced', 'A.p0.P'],
    ['fabric.logged-out', 'A.p0.P'],
    ['vport.enabled', 'A.p1.S2'],
    ['port.moved', 'A.p0'],
  );
  expect(s.never('link.down')).toBe(true);
  expect(s.never('path.failed')).toBe(true);
  expect(s.broken).toEqual([]);
});

test('claim 39: the repaired port gets its name back in order', () => {
  const s = story('top-3')
    .until(10)
    .do('port.fail', 'A.p0')
    .until(20)
    .do('port.repair', 'A.p0')
    .until(40);
  s.order(
    ['port.recovered', 'A.p0'],
    ['vport.quiesced', 'A.p1.S2'],
    ['vport.drained', 'A.p1.S2'],
    ['fabric.logged-out', 'A.p1.S2'],
    ['vport.disabled', 'A.p1.S2'],
    ['vport.enabled', 'A.p0.P'],
    ['fabric.login-accepted', 'A.p0.P'],
    ['port.returned', 'A.p0'],
  );
  expect(s.broken).toEqual([]);
});

test('without a sibling in the fabric the name stays away and the other path carries on', () => {
  const s = story('top-1').until(10).do('cable.cut', 'A.p0.cable').until(30);
  expect(s.never('port.no-sibling', 'A.p0')).toBe(false);
  expect(s.never('takeover.started')).toBe(true);
  s.do('cable.mend', 'A.p0.cable').until(50);
  s.order(
    ['port.no-sibling', 'A.p0'],
    ['link.up', 'A.p0.cable'],
    ['vport.online', 'A.p0.P'],
    ['path.online'],
  );
  expect(s.broken).toEqual([]);
});

test('a blink shorter than R_T_TOV is forgiven', () => {
  const s = story('top-3')
    .until(10)
    .do('cable.cut', 'A.p0.cable')
    .until(10.05)
    .do('cable.mend', 'A.p0.cable')
    .until(15);
  expect(s.never('port.failure-detected')).toBe(true);
  expect(s.never('fabric.implicit-logout')).toBe(true);
});

test('two names on one port share its capacity', () => {
  const s = story('start').until(12).do('server.power-loss', 'A').until(30);
  const mean = (lun: string, from: number, to: number): number => {
    const took = s
      .all('io.acknowledged', undefined, lun)
      .filter((fact) => fact.at > from * 1e6 && fact.at < to * 1e6)
      .map((fact) => fact.d);
    return took.reduce((sum, each) => sum + each, 0) / took.length;
  };
  expect(mean('lun2', 22, 30)).toBeGreaterThan(mean('lun2', 4, 12));
});

test('a host whose cable is cut loses its own paths only', () => {
  const s = story('top-1').until(10).do('cable.cut', 'X.h0.cable').until(20);
  expect(s.never('host-port.dark', 'X.h0')).toBe(false);
  expect(s.never('takeover.started')).toBe(true);
  s.do('cable.mend', 'X.h0.cable').until(40);
  s.order(['host-port.dark', 'X.h0'], ['host-port.online', 'X.h0'], ['path.online']);
});

test('a port that is repaired while its name is on its way, or just after, gets it back', () => {
  for (let at = 3.02; at < 3.4; at += 0.01) {
    const s = story('top-3').until(3).do('port.fail', 'A.p0').until(at).do('port.repair', 'A.p0');
    s.until(10);
    const w = s.sim.world;
    expect(w.vport.portName[s.row('A.p0.P')], `repaired at ${at.toFixed(3)} s`).not.toBe(0);
    expect(w.vport.portName[s.row('A.p1.S2')], `repaired at ${at.toFixed(3)} s`).toBe(0);
  }
});

test('a port that goes dark again while its name comes home loses it to its sibling again', () => {
  for (let at = 6; at < 7.6; at += 0.05) {
    const s = story('top-3').until(3).do('port.fail', 'A.p0').until(6).do('port.repair', 'A.p0');
    s.until(at);
    if (s.sim.act('port.fail', 'A.p0')) continue;
    s.until(14);
    expect(s.sim.world.vport.portName[s.row('A.p1.S2')], `dark at ${at.toFixed(2)} s`).not.toBe(0);
  }
});

test('a port in maintenance that loses its light drops its base login too', () => {
  const s = story('top-3').until(5).do('port.maintenance', 'A.p1').until(8);
  s.do('cable.cut', 'A.p1.cable').until(12);
  const state = s.sim.world.vport.state[s.row('A.p1.base')]!;
  expect(stateOf('virtualPort', state)).toBe('linkDown');
  expect(s.broken).toEqual([]);
});

test('a name whose logout nobody can hear is enabled at home only when the switch has ended the login', () => {
  const s = story('top-3').until(5).do('port.maintenance', 'A.p1').until(8);
  s.do('port.repair', 'A.p1').until(8.98).do('cable.cut', 'A.p0.cable').until(20);
  const cut = s.first('cable.cut').seq;
  const ended = s.first('fabric.implicit-logout', [], cut);
  const enabled = s.first('vport.enabled', ['A.p1.P'], cut);
  expect(ended.seq).toBeLessThan(enabled.seq);
  expect(s.broken).toEqual([]);
});
