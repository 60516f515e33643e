import { expect, test } from '@playwright/test';
import { Sandbox } from './Sandbox.ts';

test('@core scrubbing visits the same pictures forwards and backwards', async ({ page }) => {
  const s = new Sandbox(page);
  await s.open('?do=3s:server.power-loss:A&t=3.4s');
  const slider = page.getByRole('slider', { name: 'Moment of the run' });
  await slider.focus();
  const picture = (): Promise<string> => page.locator('svg[aria-label^="The cluster"]').innerHTML();
  const seen: { at: number; picture: string }[] = [];
  for (let i = 0; i < 40; i++) {
    seen.push({ at: await s.number('playhead'), picture: await picture() });
    await slider.press('ArrowRight');
  }
  for (const before of [...seen].reverse()) {
    await slider.press('ArrowLeft');
    expect(await s.number('playhead')).toBe(before.at);
    expect(
      (await picture()) === before.picture,
      `the picture at ${before.at} differs on the way back`,
    ).toBe(true);
  }
  for (let i = 1; i < seen.length; i++) {
    expect(seen[i]!.picture === seen[i - 1]!.picture, `nothing changed at ${seen[i]!.at}`).toBe(
      false,
    );
  }
  // A name in flight, a disk being swept and a request on its way are among them.
  for (const mark of ['lifted', 'class="edge', 'data-request'])
    expect(
      seen.some(({ picture: each }) => each.includes(mark)),
      mark,
    ).toBe(true);
});

test('acting in the past opens a branch; undo and redo walk actions', async ({ page }) => {
  const s = new Sandbox(page);
  await s.open('?do=3s:server.power-loss:A&t=12s');
  await s.seek(2);
  await s.verb(/Break or mend: Server B/, /Hang, ports still answer/);
  await expect(s.root).toHaveAttribute('data-branch', '1');
  await expect(s.thing('B')).toHaveAttribute('aria-label', /hung/);
  await s.pause();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(s.root).not.toHaveAttribute('data-branch', '1');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(s.root).toHaveAttribute('data-branch', '1');
  s.expectClean();
});

test('every drawn request is a row of the request table', async ({ page }) => {
  const s = new Sandbox(page);
  await s.open('?t=5s');
  const rows = await page
    .locator('[data-request]')
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-request')));
  expect(rows.length).toBeGreaterThan(0);
  expect(new Set(rows).size).toBe(rows.length);
});

test('@core the embedded page opens the moment of the third heartbeat, paused', async ({
  page,
}) => {
  await page.setViewportSize({ width: 720, height: 420 });
  const s = new Sandbox(page);
  await page.goto('./embed/?scenario=start&do=11.6s:server.hang:A&t=12.7s');
  await expect(s.root).toHaveAttribute('data-horizon', /[1-9]\d{6,}/);
  await expect(s.caption).toHaveText('A has hung. B waits for a third missed heartbeat.');
  expect(await s.number('playhead')).toBe(12_700_000);
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open full' })).toHaveAttribute('href', /t=12\.700s/);
  s.expectClean();
});

test('paused in the midst of a takeover, every panel tells the very moment of the picture', async ({
  page,
}) => {
  const s = new Sandbox(page);
  const panels = async (): Promise<string[]> => [
    await page.locator('main').innerText(),
    await page.locator('aside').innerText(),
    await page.locator('.time').innerText(),
  ];
  await s.open('?do=2s:server.power-loss:A&t=4.7s');
  await page.getByRole('button', { name: 'Speed 4', exact: true }).click();
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect.poll(() => s.number('playhead')).toBeGreaterThan(5_050_000);
  await s.pause();
  const at = await s.number('playhead');
  const stopped = await panels();
  await s.open(`?do=2s:server.power-loss:A&t=${at}us`);
  await expect.poll(() => s.number('playhead')).toBe(at);
  // Words are fetched after the first picture: on a busy machine they may come a little later.
  await expect.poll(panels).toEqual(stopped);
  s.expectClean();
});

test('paused, nothing runs at all', async ({ page }) => {
  const s = new Sandbox(page);
  await s.open('?t=5s');
  await expect.poll(() => s.number('horizon')).toBe(35_000_000);
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  const script = async (): Promise<number> => {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find((metric) => metric.name === 'ScriptDuration')!.value;
  };
  const frames = await page.evaluate(async () => {
    let asked = 0;
    const original = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) => {
      asked++;
      return original.call(window, callback);
    };
    const began = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    return { asked, lasted: performance.now() - began };
  });
  expect(frames.lasted).toBeGreaterThan(4_900);
  expect(frames.asked).toBe(0);
  const before = await script();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  expect((await script()) - before).toBeLessThan(0.01);
});
