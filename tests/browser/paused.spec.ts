import { expect, test } from '@playwright/test';
import { Sandbox } from './Sandbox.ts';

test('while a run is paused, no script runs at all', async ({ page, browserName }) => {
  // Only Chromium tells how long script has run.
  expect(browserName).toBe('chromium');
  const s = new Sandbox(page);
  await s.open('?scenario=top-1&do=5s:server.power-loss:A&t=24s');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const script = async (): Promise<number> => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration')!.value;
  };
  for (const view of ['Topology', 'Space-time', 'Compare']) {
    await page.getByRole('button', { name: view, exact: true }).click();
    // What the view fetches and computes ahead comes to an end, and then nothing more happens.
    let last = -1;
    await expect
      .poll(
        async () => {
          const before = last;
          last = await script();
          return last - before;
        },
        { message: view, intervals: [1_000], timeout: 20_000 },
      )
      .toBe(0);
  }
  s.expectClean();
});
