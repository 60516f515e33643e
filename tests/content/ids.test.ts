import { expect, test } from 'vitest';
import { fromGallery, menu } from '../../src/content/gallery.ts';
import { planOf } from '../../src/content/plan.ts';
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
