import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { Sandbox } from './Sandbox.ts';
import { expectAccessible } from './accessible.ts';

async function openCharts(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.locator('#more').getByRole('button', { name: 'Statecharts' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { level: 2 })).toHaveText('Statecharts');
  return dialog;
}

test('a virtual port of B is shown, its state follows the playhead, and the choice is remembered', async ({
  page,
}) => {
  const s = new Sandbox(page);
  await s.open('?scenario=top-1&do=5s:server.power-loss:A&t=4s');
  const dialog = await openCharts(page);
  await dialog.getByRole('combobox', { name: 'Chart' }).selectOption('Virtual port');
  await dialog.getByRole('combobox', { name: 'Run by' }).selectOption('B 1/S1');
  const drawing = dialog.getByRole('img', { name: /^Virtual port: B 1\/S1/ });
  const state = (): Promise<string | null> => drawing.getAttribute('aria-label');
  const before = await state();
  await expect(dialog.locator('[data-last]')).toContainText('None yet');
  await expect(dialog.getByRole('listitem').first()).toBeVisible();

  // Event by event, with the sheet open, until the name of A is at home here.
  const next = dialog.getByRole('button', { name: 'Next event' });
  await expect(async () => {
    await next.click();
    expect(await state()).toMatch(/: Active/);
  }).toPass({ intervals: [0], timeout: 60_000 });
  expect(await state()).not.toBe(before);
  await expect(dialog.locator('[data-last]')).toContainText('to “active”');

  await page.keyboard.press('Escape');
  await openCharts(page);
  await expect(drawing).toBeVisible();
  s.expectClean();
});

test('the inspector window mirrors every chart, and asks no other origin', async ({ page }) => {
  const s = new Sandbox(page);
  const strangers: string[] = [];
  page.context().on('request', (request) => {
    if (new URL(request.url()).hostname !== 'localhost') strangers.push(request.url());
  });
  await s.open('?scenario=top-1&do=5s:server.power-loss:A&t=4s');
  const dialog = await openCharts(page);
  const [viewer] = await Promise.all([
    page.waitForEvent('popup'),
    dialog.getByRole('button', { name: 'Open in inspector window' }).click(),
  ]);
  const errors: string[] = [];
  viewer.on('pageerror', (error) => errors.push(error.message));
  await expect(viewer.locator('#status')).toContainText('At 04.000 s.');
  const monitor = viewer.getByRole('row', { name: /^failoverMonitor B / });
  await expect(monitor).toContainText('monitoring');

  // The mirror goes on when the sheet is closed.
  await page.keyboard.press('Escape');
  await s.seek(40);
  await expect(monitor).toContainText('inTakeover.holding');
  await s.seek(30);
  await expect(monitor).toContainText('inTakeover');
  await expect(viewer.getByRole('list').getByRole('listitem').first()).toContainText('→');

  // A window that is loaded anew is told everything again.
  await viewer.reload();
  await expect(monitor).toContainText('inTakeover');
  await viewer.getByRole('searchbox').fill('failoverMonitor B');
  await expect(viewer.getByRole('row')).toHaveCount(2);
  await expectAccessible(viewer);

  await page.reload();
  await expect(viewer.locator('#status')).toContainText('The sandbox has gone');
  expect(errors).toEqual([]);
  expect(strangers).toEqual([]);
  s.expectClean();
});
