import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { Sandbox } from './Sandbox.ts';

const hashes = JSON.parse(
  readFileSync(new URL('../golden/hashes.json', import.meta.url), 'utf8'),
) as Record<string, number>;

for (const [id, hash] of Object.entries(hashes)) {
  test(`@core ${id} reaches the same world here as in Node`, async ({ page }) => {
    const s = new Sandbox(page);
    await s.open(`?scenario=${id}&do=3s:server.power-loss:A&t=25s`);
    await expect(s.root).toHaveAttribute('data-horizon', /[3-9]\d{7}/);
    expect(Number(await s.hash())).toBe(hash);
  });
}
