import { expect, test } from 'vitest';
import { faceOf } from '../../src/scene/fleetFace.ts';
import { fleetGrid, zoomFor } from '../../src/scene/fleetGrid.ts';
import type { FleetGrid, FleetSight } from '../../src/scene/fleetGrid.ts';
import { cardWidthOf, fleetLevels, levelOf, portWidthOf } from '../../src/scene/fleetLevels.ts';
import { apart, inside } from './boxes.ts';

const rooms = {
  desktop: { width: 1056, height: 472 },
  frame: { width: 720, height: 300 },
  phone: { width: 390, height: 390 },
  wide: { width: 1536, height: 760 },
} as const;

test('what is told of a port follows from its width alone', () => {
  expect([0, 29.9, 30, 89.9, 90, 259.9, 260, 900].map(levelOf)).toEqual([
    'dots',
    'dots',
    'chips',
    'chips',
    'names',
    'names',
    'bytes',
    'bytes',
  ]);
});

test('a card made for a width of its ports has ports of that width', () => {
  for (const port of [22, 30, 31, 70, 90, 150, 260, 290])
    expect(portWidthOf(cardWidthOf(port, 4), 4)).toBeCloseTo(port);
});

for (const [where, room] of Object.entries(rooms)) {
  for (const servers of [8, 32, 64]) {
    const shape = { servers, ports: 4 };
    const grid = (sight: Partial<FleetSight> = {}): FleetGrid =>
      fleetGrid(shape, room, { zoom: 1, lens: 0, ...sight });
    const every = Array.from({ length: servers }, (_, i) => i + 1);

    test(`${servers} servers on a ${where}: no two cards overlap and all lie inside, with and without a lens, near and far`, () => {
      for (const zoom of [1, 1.4, 3, zoomFor(shape, room, 'bytes')]) {
        for (const lens of [0, 1, 6, servers]) {
          const { boxes, width, height } = grid({ zoom, lens });
          expect(boxes).toHaveLength(servers + 1);
          for (const server of every) {
            const box = boxes[server]!;
            expect(inside(box, { x: 0, y: 0, w: width, h: height })).toBe(true);
            expect(Math.min(box.w, box.h)).toBeGreaterThanOrEqual(43.9);
            for (const other of every.slice(server))
              expect(apart(box, boxes[other]!), `${server} and ${other}`).toBe(true);
          }
        }
      }
    });

    test(`${servers} servers on a ${where}: no sight changes who stands beside and below whom`, () => {
      const places = (sight: Partial<FleetSight>): unknown => {
        const { boxes } = grid(sight);
        const middle = every.map((server) => boxes[server]!.y + boxes[server]!.h / 2);
        const rows = [...new Set(middle.map((y) => y.toFixed(1)))];
        return middle.map((y, i) => {
          const row = rows.indexOf(y.toFixed(1));
          const beside = every.filter((_, k) => middle[k]!.toFixed(1) === rows[row]);
          return [row, beside.filter((k) => boxes[k]!.x < boxes[i + 1]!.x).length];
        });
      };
      const far = places({});
      for (const sight of [{ lens: 1 }, { lens: servers }, { zoom: 2 }, { zoom: 5, lens: 4 }])
        expect(places(sight)).toEqual(far);
    });

    test(`${servers} servers on a ${where}: the zoom of a level tells that level, and all fits across at first`, () => {
      expect(grid().width).toBeCloseTo(room.width);
      const reached = fleetLevels.indexOf(grid().level);
      for (const level of fleetLevels.slice(reached))
        expect(grid({ zoom: zoomFor(shape, room, level) }).level).toBe(level);
    });
  }
}

test('the lens tells the next level of its pair, the rest of its row makes room, and other rows press together', () => {
  const shape = { servers: 32, ports: 4 };
  const [far, near] = [0, 11].map((lens) => fleetGrid(shape, rooms.desktop, { zoom: 1, lens }));
  expect([far!.level, far!.lens, near!.level, near!.lens]).toEqual([
    'dots',
    null,
    'dots',
    { pair: 5, level: 'chips' },
  ]);
  expect(near!.width).toBeCloseTo(far!.width);
  expect(near!.height).toBeLessThanOrEqual(rooms.desktop.height);
  const width = (grid: FleetGrid, server: number): number => grid.boxes[server]!.w;
  expect(width(near!, 11)).toBeGreaterThan(2 * width(far!, 11));
  expect(width(near!, 12)).toBe(width(near!, 11));
  expect(width(near!, 9)).toBeLessThan(width(far!, 9));
  expect(width(near!, 1)).toBe(width(far!, 1));
  expect(near!.boxes[1]!.h).toBeLessThan(far!.boxes[1]!.h);
});

test('on a card of any size slots, disks, marks and words keep clear of each other and of its edge', () => {
  for (const { width, height } of Object.values(rooms)) {
    const shape = { servers: 32, ports: 4 };
    for (const zoom of [1, 2, 4, 8, 12]) {
      const { boxes } = fleetGrid(shape, { width, height }, { zoom, lens: 6 });
      for (const { w, h } of [boxes[6]!, boxes[7]!, boxes[32]!]) {
        const face = faceOf(w, h, { ports: 4, slots: 3, disks: 12 });
        const parts = [...face.slots.flat(), ...face.disks];
        expect(face.slots.flat()).toHaveLength(12);
        for (const [i, part] of parts.entries()) {
          expect(Math.min(part.w, part.h)).toBeGreaterThan(2);
          expect(inside(part, { x: 0, y: 0, w, h })).toBe(true);
          for (const other of parts.slice(i + 1)) expect(apart(part, other)).toBe(true);
          const mark = face.mark && { x: face.mark.x - 7, y: face.mark.y - 7, w: 14, h: 14 };
          if (mark) expect(apart(part, mark)).toBe(true);
        }
      }
    }
  }
});
