import { expect, test } from '@playwright/test';
import { Sandbox } from './Sandbox.ts';

test('a dead engine thread is started anew at the same moment', async ({ page }) => {
  const s = new Sandbox(page);
  await page.addInitScript(() => {
    const Original = Worker;
    const workers: Worker[] = [];
    Object.assign(window, { workers });
    window.Worker = class extends Original {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        workers.push(this);
      }
    };
  });
  await s.open('?do=2s:server.power-loss:A,6s:server.repair:A,12s:giveback.start:A&t=14s');
  await s.seek(13);
  await s.verb(/Break or mend: Server B/, /Power loss/);
  await expect(s.root).toHaveAttribute('data-branch', '1');
  await s.pause();
  const before = { hash: await s.hash(), playhead: await s.number('playhead') };
  await page.evaluate(() => {
    const worker = (window as unknown as { workers: Worker[] }).workers.at(-1)!;
    worker.dispatchEvent(new ErrorEvent('error', { message: 'killed by the test' }));
    worker.terminate();
  });
  await expect(page.getByRole('alert')).toContainText('started anew');
  await expect(s.root).toHaveAttribute('data-world-hash', before.hash);
  expect(await s.number('playhead')).toBe(before.playhead);
});

test('an engine whose second part cannot be loaded is started anew when it is needed', async ({
  page,
}) => {
  const s = new Sandbox(page);
  let refused = 0;
  // The engine asks for it behind its first news, and nobody misses it yet.
  await page.route(/afterOrders/, (route) => (refused++ === 0 ? route.abort() : route.continue()));
  await s.open('');
  await expect.poll(() => refused).toBe(1);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await s.verb(/Break or mend: Server A/, /Power loss/);
  await expect(page.getByRole('alert')).toContainText('A part of it could not be loaded.');
  await expect(page.getByRole('alert')).toContainText('started anew');
  await expect(s.thing('A')).toHaveAttribute('aria-label', /down/);
});

test('a broken link says what is wrong and opens the first scenario', async ({ page }) => {
  const s = new Sandbox(page);
  await s.open('?scenario=nonsense&do=soon:server.hang:A');
  await expect(page.getByRole('alert')).toContainText('does not begin with a time');
  await expect(s.caption).toContainText('Each name is at home');
});

test('a broken scenario file leaves everything as it is', async ({ page }) => {
  const s = new Sandbox(page);
  await s.open('?t=4s');
  await page.locator('input[type=file]').setInputFiles({
    name: 'bad.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"version":1,"id":"x"}'),
  });
  await expect(page.getByRole('alert')).toContainText('/topology');
  await expect(s.thing('A')).toHaveAttribute('aria-label', /up, answers as A/);
});
