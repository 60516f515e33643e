import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { fromGallery, gallery } from '../../src/content/gallery.ts';
import { planOf } from '../../src/content/plan.ts';
import { Sim } from '../../src/kernel/sim.ts';
import { seconds } from '../../src/model/time.ts';
import { story } from '../story.ts';

/**
 * Golden traces: the opening scenario under each command, one line per fact. `npm run golden`
 * writes them anew; the difference is then read in review.
 */
const here = fileURLToPath(new URL('.', import.meta.url));

function held(file: string, text: string): void {
  const path = `${here}${file}`;
  if (process.env['UPDATE_GOLDEN'] || !existsSync(path)) writeFileSync(path, text);
  expect(text).toBe(readFileSync(path, 'utf8'));
}

const things: Readonly<Record<string, string>> = {
  server: 'A',
  port: 'A.p0',
  cable: 'A.p0.cable',
  interconnect: 'interconnect.A-B',
  host: 'X',
};

/** What must have happened before a command applies. */
const before: Readonly<Record<string, readonly string[]>> = {
  'server.repair': ['server.power-loss'],
  'giveback.start': ['server.power-loss', 'server.repair'],
  'port.repair': ['port.fail'],
  'cable.mend': ['cable.cut'],
  'interconnect.mend': ['interconnect.cut'],
  'workload.start': ['workload.stop'],
};

for (const command of commands) {
  test(`the trace of ${command.id} is as it was`, () => {
    const s = story('start').until(2);
    let at = 2;
    for (const each of [...(before[command.id] ?? []), command.id]) {
      s.do(each, things[command.table]!);
      at += 8;
      s.until(at);
    }
    expect(s.broken).toEqual([]);
    held(`${command.id}.trace`, `${s.lines().join('\n')}\n`);
  });
}

test('the worlds and traces that browsers must reach too are as they were', () => {
  const hashes = Object.fromEntries(
    gallery.map(({ id }) => {
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
