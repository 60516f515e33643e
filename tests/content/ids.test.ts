import { expect, test } from 'vitest';
import { fromGallery, menu } from '../../src/content/gallery.ts';
import { planOf } from '../../src/content/plan.ts';
import { worldOf } from '../../src/model/world.ts';
import { generateCluster } from '../../src/content/generate.ts';

/** The ids that a plan uses twice. */
function twice(plan: ReturnType<typeof planOf>): string[] {
  const seen = new Set<string>();
  return Object.values(plan.ids).flatMap((ids) =>
    ids.slice(1).filter((id) => seen.has(id) || (seen.add(id), false)),
  );
}

test('in every scenario, and in clusters of any size, an id names one thing', () => {
  for (const { id } of menu) expect(twice(planOf(fromGallery(id)!)), id).toEqual([]);
  for (const servers of [22, 24, 26, 64, 128])
    expect(twice(planOf(generateCluster({ servers, hosts: 8 }))), String(servers)).toEqual([]);
});

test('in clusters of any size no two logins of a fabric have one address', () => {
  for (const servers of [2, 128, 1024]) {
    const plan = planOf(generateCluster({ servers, portsPerServer: 4 }));
    const { login } = worldOf(plan);
    const seen = new Set<string>();
    for (let row = 1; row < login.rows; row++) {
      if (!login.fabric[row]) continue;
      const address = login.address[row]!;
      expect(address).toBeLessThan(1 << 24);
      expect(address & 0xff00).toBeGreaterThan(0);
      seen.add(`${login.fabric[row]}.${address}`);
    }
    expect(seen.size).toBe([...login.fabric].filter((fabric) => fabric !== 0).length);
  }
});
