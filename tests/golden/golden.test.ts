import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { fromGallery, gallery } from '../../src/content/gallery.ts';
import { planOf } from '../../src/content/plan.ts';
import { Sim } from '../../src/kernel/run.ts';
import { seconds } from '../../src/model/time.ts';
import { goldenStories, tellGolden } from './stories.ts';

/**
 * Golden traces: one line per fact. `npm run golden` writes them anew; the difference is then read
 * in review.
 */
const here = fileURLToPath(new URL('.', import.meta.url));

function held(file: string, text: string): void {
  const path = `${here}${file}`;
  if (process.env['UPDATE_GOLDEN'] || !existsSync(path)) writeFileSync(path, text);
  expect(text).toBe(readFileSync(path, 'utf8'));
}

for (const golden of goldenStories) {
  test(`the trace of ${golden.name} is as it was`, () => {
    const s = tellGolden(golden);
    expect(s.broken).toEqual([]);
    held(`${golden.name}.trace`, `${s.lines().join('\n')}\n`);
  });
}

test('the worlds and traces that browsers must reach too are as they were', () => {
  const hashes = Object.fromEntries(
    // Scenarios with a script, and those that differ by settings alone, are swept as they are.
    gallery
      .filter(({ id, shows }) => !shows && fromGallery(id)!.script.length === 0)
      .map(({ id }) => {
        const sim = new Sim(planOf(fromGallery(id)!));
        sim.runUntil(seconds(3));
        sim.act('server.power-loss', 'A');
        sim.runUntil(seconds(25));
        const trace = createHash('sha256').update(new Uint8Array(sim.drain().buffer)).digest('hex');
        return [id, { world: sim.hash(), trace }];
      }),
  );
  held('hashes.json', `${JSON.stringify(hashes, null, 2)}\n`);
});
