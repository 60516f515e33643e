import { expect, test } from 'vitest';
import { fleetOf, fleetScale } from '../../src/scene/fleet.ts';
import type { Box } from '../../src/scene/geometry.ts';
import { story } from '../story.ts';

const inside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.w <= outer.x + outer.w &&
  inner.y + inner.h <= outer.y + outer.h;
const apart = (a: Box, b: Box): boolean =>
  a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;

for (const width of [390, 720, 1057, 1600]) {
  test(`at ${width} px every server has a card, no two overlap, and all of it lies inside`, () => {
    const { world } = story('fleet').sim;
    const { cards: all, height, width: wide } = fleetOf(world, width);
    expect(all.map(({ row }) => row)).toEqual(Array.from({ length: 32 }, (_, i) => i + 1));
    const whole: Box = { x: 0, y: 0, w: wide, h: height };
    for (const [i, { box, slots, disks }] of all.entries()) {
      expect(inside(box, whole)).toBe(true);
      for (const other of all.slice(i + 1)) expect(apart(box, other.box)).toBe(true);
      expect([slots.length, disks.length]).toEqual([12, 12]);
      const parts = [...slots, ...disks];
      for (const [k, part] of parts.entries()) {
        expect(inside(part, box)).toBe(true);
        for (const other of parts.slice(k + 1)) expect(apart(part, other)).toBe(true);
      }
    }
  });
}

test('a fleet is drawn as large as its room allows', () => {
  expect(fleetScale(32, 1057, 540)).toBe(1);
  expect(fleetScale(32, 720, 326)).toBeLessThan(1);
  expect(fleetScale(32, 390, 100)).toBe(0.6);
});

test('only what is away from home has a colour, and it is counted', () => {
  const s = story('fleet').until(5);
  const away = (): readonly [number, number] => {
    const { names, away: count } = fleetOf(s.sim.world, 1057);
    return [names, count];
  };
  expect(away()).toEqual([128, 0]);
  s.do('server.power-loss', 'C').until(30);
  expect(away()).toEqual([128, 4]);
  const { cards: all } = fleetOf(s.sim.world, 1057);
  const [home, guest] = [all[2]!, all[3]!];
  expect([home.look, guest.outline]).toEqual(['down', 1]);
  expect(guest.slots.filter(({ is }) => is === 'away').map(({ name }) => name)).toEqual([
    'C1',
    'C2',
    'C3',
    'C4',
  ]);
  expect(home.disks.every(({ identity }) => identity !== null)).toBe(true);
  expect(all[0]!.disks.every(({ identity }) => identity === null)).toBe(true);
  expect(guest.spoken).toContain('carries C1 and C2 and C3 and C4');
});
