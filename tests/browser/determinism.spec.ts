import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { Sandbox } from './Sandbox.ts';

const hashes = JSON.parse(
  readFileSync(new URL('../golden/hashes.json', import.meta.url), 'utf8'),
) as Record<string, { readonly world: number; readonly trace: string }>;

/** Keeps a copy of every fact that the engine’s thread tells. */
const overhear = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const told: Int32Array[] = [];
    Object.assign(window, { told });
    const Original = Worker;
    window.Worker = class extends Original {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.addEventListener('message', ({ data }: MessageEvent) => {
          told.push((data as { news: { words: Int32Array } }).news.words.slice());
        });
      }
    };
  });

/** SHA-256 of the packed facts of the first 25 s, as the engine’s thread told them. */
const traceHash = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const { told } = window as unknown as { told: Int32Array[] };
    const words = new Int32Array(told.reduce((sum, each) => sum + each.length, 0));
    let end = 0;
    for (const each of told) {
      words.set(each, end);
      end += each.length;
    }
    const instant = (i: number): number =>
      (words[i]! >>> 8) * 0x1_0000_0000 + (words[i + 1]! >>> 0);
    let until = 0;
    while (until < words.length && instant(until) <= 25_000_000) until += 8;
    const digest = await crypto.subtle.digest('SHA-256', words.subarray(0, until));
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  });

for (const [id, { world, trace }] of Object.entries(hashes)) {
  test(`@core ${id} tells the same trace and reaches the same world here as in Node`, async ({
    page,
  }) => {
    const s = new Sandbox(page);
    await overhear(page);
    await s.open(`?scenario=${id}&do=3s:server.power-loss:A&t=25s`);
    await expect(s.root).toHaveAttribute('data-horizon', /[3-9]\d{7}/);
    expect(await traceHash(page)).toBe(trace);
    expect(Number(await s.hash())).toBe(world);
  });
}

test('@core where no worker starts, the engine runs on the thread of the page', async ({
  page,
}) => {
  const s = new Sandbox(page);
  await page.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new Error('There are no workers here.');
      }
    } as unknown as typeof Worker;
  });
  await s.open('?scenario=start&do=3s:server.power-loss:A&t=25s');
  await expect(s.root).toHaveAttribute('data-horizon', /[3-9]\d{7}/);
  expect(Number(await s.hash())).toBe(hashes['start']!.world);
  s.expectClean();
});
