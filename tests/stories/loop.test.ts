import { expect, test } from 'vitest';
import { story } from '../story.ts';

const loop = { portTopology: 'loop' } as const;

test('on a loop a name that joins makes every name of the port stand still (LIP)', () => {
  const s = story('top-2', loop).until(10).do('server.power-loss', 'A').until(45);
  const [joined] = s.order(
    ['vport.enabled', 'B.p0.S1'],
    ['port.loop-initialized', 'B.p0'],
    ['fabric.flogi-sent', 'B.p0.S1'],
    ['fabric.login-accepted', 'B.p0.S1'],
    ['io.acknowledged', undefined, 'lun0'],
  );
  expect(s.never('fabric.fdisc-sent')).toBe(true);
  // The survivor’s own LUN waits for the loop, and loses no path.
  const pause = s.pause('lun1', joined!.at / 1e6);
  expect(pause).toBeGreaterThanOrEqual(2);
  expect(pause).toBeLessThan(2.2);
  expect(
    story('top-2').until(10).do('server.power-loss', 'A').until(45).pause('lun1', 20),
  ).toBeLessThan(0.5);
  const blocked = s.all('path.blocked').map(({ a }) => s.id('vport', s.sim.world.path.home[a]!));
  expect(new Set(blocked)).toEqual(new Set(['A.p0.P']));
  expect(s.broken).toEqual([]);
});

test('a loop needs no NPIV: a switch port without it takes the addresses of a loop', () => {
  const s = story('top-2', loop).until(5);
  s.do('switch-port.npiv-off', 'B.p0.cable').do('server.power-loss', 'A').until(45);
  s.order(['takeover.started', 'B'], ['vport.online', 'B.p0.S1'], ['takeover.completed', 'B']);
  expect(s.never('fabric.npiv-refused')).toBe(true);
  expect(s.broken).toEqual([]);
});
