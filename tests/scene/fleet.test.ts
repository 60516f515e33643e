import { expect, test } from 'vitest';
import { fleetOf } from '../../src/scene/fleet.ts';
import { fleetArcs } from '../../src/scene/fleetArcs.ts';
import { faceOf } from '../../src/scene/fleetFace.ts';
import { fleetGrid } from '../../src/scene/fleetGrid.ts';
import { lensOver } from '../../src/scene/fleetLens.ts';
import { story } from '../story.ts';

test('every server of a fleet has a card with its slots and disks', () => {
  for (const [id, servers] of [
    ['fleet', 32],
    ['fleet-64', 64],
  ] as const) {
    const { cards, names } = fleetOf(story(id).sim.world);
    expect(cards.map(({ row }) => row)).toEqual(Array.from({ length: servers }, (_, i) => i + 1));
    expect(names).toBe(4 * servers);
    for (const { slots, disks, ports } of cards)
      expect([slots.length, disks.length, ports.length]).toEqual([12, 12, 4]);
  }
});

test('only what is away from home has a colour, and it is counted', () => {
  const s = story('fleet').until(5);
  const away = (): readonly [number, number] => {
    const { names, away: count } = fleetOf(s.sim.world);
    return [names, count];
  };
  expect(away()).toEqual([128, 0]);
  s.do('server.power-loss', 'C').until(30);
  expect(away()).toEqual([128, 4]);
  const { cards: all } = fleetOf(s.sim.world);
  const [home, guest] = [all[2]!, all[3]!];
  expect([home.look, guest.outline]).toEqual(['down', 1]);
  const guests = guest.slots.filter(({ is }) => is === 'away');
  expect(guests.map(({ name }) => name)).toEqual(['C1', 'C2', 'C3', 'C4']);
  expect(home.disks.every(({ identity }) => identity !== null)).toBe(true);
  expect(all[0]!.disks.every(({ identity }) => identity === null)).toBe(true);
  expect(guest.spoken).toContain('carries C1 and C2 and C3 and C4');
  expect([home.answers, guest.answers]).toEqual(['answers as nobody', 'answers as D and C']);
  expect(home.shelf).toBe('12 disks lent');
});

test('near enough a slot tells both names in full, and the home of a name where it is now', () => {
  const s = story('fleet').until(5).do('server.power-loss', 'C').until(30);
  const { cards } = fleetOf(s.sim.world);
  const left = cards[2]!.slots.find(({ name, is }) => name === 'C1' && is === 'left')!;
  const here = cards[3]!.slots.find(({ name }) => name === 'C1')!;
  expect([left.carrier, left.now]).toEqual([here.row, 'now at D 1/S1']);
  for (const name of [here.portName, here.nodeName])
    expect(name).toMatch(/^([0-9a-f]{2}:){7}[0-9a-f]{2}$/);
  expect(here.short).toBe(`${here.portName.slice(0, 11)}:…:${here.portName.slice(-2)}`);
});

test('the lens is over what is selected, else over who acts for a name away from home', () => {
  const s = story('fleet').until(5);
  const over = (selected: Parameters<typeof lensOver>[2] = null): number =>
    lensOver(s.sim.world, fleetOf(s.sim.world).cards, selected);
  expect(over()).toBe(0);
  expect(over({ table: 'server', row: 7 })).toBe(7);
  const slot = fleetOf(s.sim.world).cards[8]!.slots[0]!;
  expect(over({ table: 'vport', row: slot.row })).toBe(9);
  expect(over({ table: 'host', row: 1 })).toBe(0);
  s.do('server.power-loss', 'C').until(30);
  expect(over()).toBe(4);
});

test('a name away between silhouettes has its way drawn, and none where chips name it', () => {
  const s = story('fleet').until(5).do('server.power-loss', 'C').until(30);
  const { cards } = fleetOf(s.sim.world);
  const arcs = (lens: number): number => {
    const room = { width: 1056, height: 472 };
    const { boxes } = fleetGrid({ servers: 32, ports: 4 }, room, { zoom: 1, lens });
    const faces = boxes.map(({ w, h }) => faceOf(w, h, { ports: 4, slots: 3, disks: 12 }));
    return fleetArcs(cards, boxes, faces).length;
  };
  expect([arcs(0), arcs(9), arcs(3)]).toEqual([4, 4, 0]);
});
