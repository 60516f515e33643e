import { expect, test } from 'vitest';
import { order } from '../../src/commands/order.ts';
import { fromGallery, gallery } from '../../src/content/gallery.ts';
import { fleetFrom } from '../../src/scene/fleetFrom.ts';
import { generateCluster } from '../../src/content/generate.ts';
import { planOf } from '../../src/content/plan.ts';
import type { TableName } from '../../src/model/schema.ts';
import { worldOf } from '../../src/model/world.ts';
import { placesOf } from '../../src/scene/places.ts';
import { stillAt } from '../../src/scene/scene.ts';

const plans = [
  // From `fleetFrom` servers on each is a card, without cables.
  ...gallery
    .map(({ id }) => planOf(fromGallery(id)!))
    .filter(({ rows }) => rows.server < fleetFrom),
  planOf(generateCluster({ servers: 4, hosts: 2 })),
];
const drawings = [
  [1056, 'full', false],
  [1056, 'full', true],
  [720, 'embed', false],
  [390, 'badge', false],
] as const;

test('no break mark lies on another', () => {
  for (const plan of plans) {
    for (const [width, density, short] of drawings) {
      const w = worldOf(plan);
      const marks = stillAt(w, placesOf(w, width, density, short)).breakable;
      for (const [i, a] of marks.entries()) {
        for (const b of marks.slice(i + 1)) {
          const apart = Math.hypot(a.at.x - b.at.x, a.at.y - b.at.y);
          expect(
            apart,
            `${plan.id} at ${width} px: ${a.spoken} / ${b.spoken}`,
          ).toBeGreaterThanOrEqual(a.size + b.size);
        }
      }
    }
  }
});

test('every row that something can be done to has a break mark, save hosts and disks', () => {
  const w = worldOf(plans[0]!);
  const marked = stillAt(w, placesOf(w, 1056, 'full')).breakable;
  const has = (table: TableName): number => marked.filter((mark) => mark.table === table).length;
  // Disks are small and many: their verbs open by Enter, the right button or a long press.
  const bare = new Set<TableName>(['host', 'disk']);
  const tables = new Set(order.map(([table]) => table).filter((table) => !bare.has(table)));
  for (const table of tables) expect(has(table), table).toBe(w[table].rows - 1);
});
