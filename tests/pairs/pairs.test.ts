import { expect, test } from 'vitest';
import { faults } from '../../src/content/faults/index.ts';
import { Pair } from './pair.ts';

/** How many random distances are tried for each two faults in each order. */
const distances = Number(process.env['DISTANCES'] ?? 3);

test('any two faults, at any distance, leave the cluster safe and serving as far as it safely can', () => {
  const wrong: string[] = [];
  let runs = 0;
  for (const [i, first] of faults.entries()) {
    for (const [j, second] of faults.entries()) {
      for (let distance = 0; distance < distances; distance++) {
        const pair = new Pair(first, second, 1 + (i * faults.length + j) * distances + distance);
        const found = pair.wrong;
        const log = pair.log.join('\n');
        if (found.length > 0)
          wrong.push(`${first.id} then ${second.id}: ${found.join('; ')}\n${log}`);
        runs++;
      }
    }
  }
  console.log(`pairs of faults: ${runs}`);
  expect(wrong.join('\n\n')).toBe('');
}, 300_000);
