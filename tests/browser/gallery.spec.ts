import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { Sandbox } from './Sandbox.ts';
import { expectAccessible } from './accessible.ts';

const address = './gallery/';
const pictureOf = (page: Page, id: string) => page.locator(`[data-scenario="${id}"] svg`);

test('the gallery shows every scenario, is searched by words and group, and says what it does', async ({
  page,
}) => {
  const s = new Sandbox(page);
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1, name: 'Gallery' })).toBeVisible();
  const all = await page.locator('[data-scenario]').count();
  expect(all).toBeGreaterThan(100);
  await expect(page.getByRole('status')).toHaveText(`${all} of ${all}`);
  // What is far away is not drawn yet, and says so; what is told of it is there.
  await expect(pictureOf(page, 'start')).toHaveCount(2);
  const far = page.locator('[data-scenario=q6-holds]');
  await expect(far).toContainText('Loading the picture …');
  await expect(far).toContainText('A, port 1 sees no light. It may be a blink.');
  await expect(far.locator('svg')).toHaveCount(0);
  await far.scrollIntoViewIfNeeded();
  await expect(far.locator('svg').first()).toBeVisible();

  const field = page.getByRole('searchbox', { name: 'Search scenarios' });
  await field.fill('sibling port inside');
  await expect(page.locator('[data-scenario=mode-sibling]')).toBeVisible();
  await field.fill('no such thing');
  await expect(page.getByText('No scenario says that.')).toBeVisible();
  await field.fill('');
  await page.getByRole('combobox', { name: 'Group' }).selectOption('Topologies');
  await expect(page.getByRole('status')).toHaveText(`5 of ${all}`);
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Topologies']);
  s.expectClean();
});

test('a picture opens the sandbox at its moment, with the same sentence', async ({ page }) => {
  const s = new Sandbox(page);
  await page.goto(`${address}#claim-1`);
  const heading = page.getByRole('heading', { name: '1. A name and its disks' });
  await expect(heading).toBeInViewport();
  await expect(pictureOf(page, 'claim-1').first()).toBeVisible();
  // From a heading Tab goes to its pictures, and nothing within a picture is pressed.
  await heading.getByRole('link').focus();
  await page.keyboard.press('Tab');
  await expect(page.locator('#claim-1 ~ ul a').first()).toBeFocused();
  const moment = page.locator('[data-scenario=claim-1] [data-moment=elsewhere]');
  const sentence = await moment.locator('.caption').innerText();
  const [, seconds] = /t=([\d.]+)s/.exec((await moment.getAttribute('href')) ?? '') ?? [];
  await moment.click();
  await s.ready();
  expect(new URL(page.url()).pathname).not.toContain('gallery');
  await expect.poll(() => s.number('playhead')).toBe(Number(seconds) * 1e6);
  await expect(page.locator('.sentence')).toHaveText(sentence);
  s.expectClean();
});

test('the page of scenarios leads to the gallery, and the theme goes along', async ({ page }) => {
  const s = new Sandbox(page);
  await s.open('?scenario=start&t=1s');
  await s.ready();
  await page.getByRole('button', { name: 'Use dark colours' }).click();
  await page.getByLabel('Scenario', { exact: true }).selectOption({ label: 'All scenarios…' });
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /^Gallery/ })
    .click();
  await expect(pictureOf(page, 'start').first()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: 'Use light colours' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.getByRole('link', { name: 'Back to the sandbox' }).click();
  await s.ready();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  s.expectClean();
});

test('pictures that do not come are said to be missing, and the rest stays', async ({ page }) => {
  await page.route(/\/top-1-[^/]*\.js$/, (route) => route.abort());
  await page.goto(`${address}#top-1`);
  const broken = page.locator('[data-scenario=top-1]');
  await expect(broken.getByRole('alert')).toContainText('could not be loaded');
  await expect(broken).not.toContainText('Loading');
  await expect(pictureOf(page, 'top-2').first()).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`in ${theme}, on a telephone, nothing is wider than the gallery or out of reach`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${address}?theme=${theme}#claim-29`);
    await expect(pictureOf(page, 'claim-29').first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await expectAccessible(page, 'header', '[data-scenario=claim-29]');
  });
}
