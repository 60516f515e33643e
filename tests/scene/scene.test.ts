import { expect, test } from 'vitest';
import { fromGallery, gallery } from '../../src/content/gallery.ts';
import { generateCluster } from '../../src/content/generate.ts';
import { planOf } from '../../src/content/plan.ts';
import { worldOf } from '../../src/model/world.ts';
import { boxOf, placesOf } from '../../src/scene/places.ts';
import type { Box } from '../../src/scene/geometry.ts';
import type { Places } from '../../src/scene/places.ts';
import { sceneAt } from '../../src/scene/scene.ts';
import { kindNames } from '../../src/model/kinds.ts';
import { sentences } from '../../src/scene/sentences.ts';
import { story } from '../story.ts';

const apart = (a: Box, b: Box): boolean =>
  a.x + a.w <= b.x + 0.01 ||
  b.x + b.w <= a.x + 0.01 ||
  a.y + a.h <= b.y + 0.01 ||
  b.y + b.h <= a.y + 0.01;

function overlaps(places: Places): string[] {
  const found: string[] = [];
  for (const group of [
    [places.host, places.fabric, places.server, places.shelf],
    [places.port],
    [places.slot],
    [places.disk],
  ]) {
    const boxes = group.flat().filter((box) => box.w > 0);
    for (const [i, a] of boxes.entries()) {
      for (const b of boxes.slice(i + 1)) if (!apart(a, b)) found.push(JSON.stringify([a, b]));
    }
  }
  return found;
}

const plans = [
  ...gallery.map(({ id }) => planOf(fromGallery(id)!)),
  planOf(generateCluster({ servers: 4, hosts: 2 })),
];

for (const plan of plans) {
  for (const [width, density, short] of [
    [1056, 'full', false],
    [1056, 'full', true],
    [720, 'embed', false],
    [390, 'badge', false],
  ] as const) {
    test(`${plan.id} at ${width} px${short ? ', little height' : ''}: nothing lies on anything else, everything lies inside`, () => {
      const places = placesOf(worldOf(plan), width, density, short);
      expect(overlaps(places)).toEqual([]);
      for (const box of [...places.host, ...places.fabric, ...places.server, ...places.shelf]) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.w).toBeLessThanOrEqual(places.width);
        expect(box.y + box.h).toBeLessThanOrEqual(places.height);
      }
      for (const route of places.cable.slice(1)) {
        for (let i = 1; i < route.points.length; i++) {
          const [a, b] = [route.points[i - 1]!, route.points[i]!];
          expect(Math.min(Math.abs(a.x - b.x), Math.abs(a.y - b.y))).toBeLessThan(2);
        }
      }
    });
  }
}

test('a drawing is as wide as its place, and wider only where names in fabrics need it', () => {
  const widthOf = (id: string): number =>
    placesOf(worldOf(planOf(fromGallery(id)!)), 360, 'badge').width;
  expect(widthOf('start')).toBe(360);
  expect(widthOf('mode-standby-port')).toBe(360);
  expect(widthOf('mode-sibling-then-partner')).toBeGreaterThan(480);
});

test('things that are drawn as boxes have one', () => {
  const places = placesOf(worldOf(planOf(fromGallery('top-1')!)), 1056, 'full');
  expect(boxOf(places, { table: 'vport', row: 2 })).toBe(places.slot[2]);
  expect(boxOf(places, { table: 'interconnect', row: 1 })).toBe(places.interconnect[1]);
  for (const table of ['cable', 'path', 'lun'] as const)
    expect(boxOf(places, { table, row: 1 }), table).toBeNull();
  expect(boxOf(places, { table: 'server', row: 0 })).toBeNull();
});

test('every travelling request is one mark, and every mark is a row', () => {
  const s = story('start').until(12).do('server.power-loss', 'A').until(12.2);
  const w = s.sim.world;
  const scene = sceneAt(w, s.sim.now, placesOf(w, 1056, 'full'));
  const drawn = [
    ...scene.requests.map((mark) => mark.row),
    ...scene.hostPorts.flatMap((port) => port.waiting.map((mark) => mark.row)),
  ];
  const hidden = scene.hostPorts.reduce((sum, port) => sum + port.more, 0);
  const rows = [...w.request.leg.keys()].filter((row) => row > 0 && w.request.leg[row] !== 0);
  expect(new Set(drawn).size).toBe(drawn.length);
  expect(drawn.every((row) => rows.includes(row))).toBe(true);
  expect(drawn.length + hidden).toBe(rows.length);
});

test('a name in flight is in no slot and in no name server', () => {
  const s = story('start').until(12).do('server.power-loss', 'A').until(14.98);
  const w = s.sim.world;
  const scene = sceneAt(w, s.sim.now, placesOf(w, 1056, 'full'));
  expect(scene.flights.map((flight) => flight.name)).toEqual(['A1', 'A2']);
  expect(scene.slots.filter((slot) => slot.look === 'used' && slot.name.startsWith('A'))).toEqual(
    [],
  );
  expect(
    scene.fabrics
      .flatMap((fabric) => fabric.names)
      .filter((name) => name.is === 'solid' && name.text.startsWith('A')),
  ).toEqual([]);
});

test('every kind of fact has its sentence, and no two share one', () => {
  const texts = new Set(kindNames.map((name) => String(sentences[name])));
  expect(Object.keys(sentences).sort()).toEqual([...kindNames].sort());
  // Steps of charts share a form, told apart by the chart they name.
  expect(texts.size).toBeGreaterThanOrEqual(kindNames.length - 10);
});

test('a name that moved to a sibling port leaves its strands for four seconds', () => {
  const s = story('top-3').until(8).do('port.fail', 'A.p0');
  const w = s.sim.world;
  const trails = (): number => sceneAt(w, s.sim.now, placesOf(w, 1056, 'full')).trails.length;
  expect(trails()).toBe(0);
  s.until(10);
  expect(trails()).toBe(1);
  s.until(14.5);
  expect(trails()).toBe(0);
});

test('who prefers no motion sees a still arc in place of a flight, then neither', () => {
  const s = story('start').until(12).do('server.power-loss', 'A').until(14.98);
  const w = s.sim.world;
  const places = placesOf(w, 1056, 'full');
  const still = sceneAt(w, s.sim.now, places, 'still');
  expect(still.flights).toEqual([]);
  expect(still.arcs.map((arc) => arc.id)).toHaveLength(2);
  expect(sceneAt(w, s.sim.now, places).arcs).toEqual([]);
  s.until(19);
  expect(sceneAt(w, s.sim.now, places, 'still').arcs).toEqual([]);
});
