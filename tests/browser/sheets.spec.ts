import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { sheets } from '../../src/views/sheets.ts';
import { Sandbox } from './Sandbox.ts';
import { expectAccessible } from './accessible.ts';

const takenOver = '?scenario=top-1&do=5s:server.power-loss:A&t=40s';

/** Opens a sheet from the menu More. */
async function openSheet(page: Page, title: string): Promise<Locator> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.locator('#more li').getByRole('button', { name: title }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { level: 2 })).toContainText(title);
  return dialog;
}

/** Texts of a dialog whose right or left end lies outside it, or that are cut within their box. */
const clipped = (dialog: Locator): Promise<string[]> =>
  dialog.evaluate((root) => {
    const bounds = root.getBoundingClientRect();
    return [...root.querySelectorAll('*')].flatMap((element) => {
      const own = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== '',
      );
      if (!own || !element.checkVisibility() || element.tagName === 'OPTION') return [];
      const box = element.getBoundingClientRect();
      const inside = box.left >= bounds.left && box.right <= bounds.right + 0.5;
      const whole =
        getComputedStyle(element).overflowX === 'visible' ||
        element.scrollWidth <= element.clientWidth;
      return inside && whole ? [] : [`${element.tagName}: ${element.textContent}`];
    });
  });

for (const [width, height, colorScheme] of [
  [1440, 900, 'light'],
  [390, 844, 'dark'],
] as const) {
  test(`every sheet opens, can be read and is closed by Escape, ${width} px wide, ${colorScheme}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    const s = new Sandbox(page);
    await s.open(takenOver);
    for (const { title } of sheets) {
      const dialog = await openSheet(page, title);
      // A page that is read from the run first has its foot in use when it is there.
      await expect(dialog.locator('button:disabled', { hasText: 'Print' })).toHaveCount(0);
      // What is wide by nature, such as a table of a product, scrolls in its own box.
      if (title !== 'Read-outs') expect(await clipped(dialog), title).toEqual([]);
      await expectAccessible(page, 'dialog');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    s.expectClean();
  });
}

test('the ticks list the invariants, and one that broke leads to its moment and its witness', async ({
  page,
}) => {
  const s = new Sandbox(page);
  await s.open(takenOver);
  await page.getByRole('button', { name: '5 of 5 invariants hold' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('All 30 hold so far.');
  await expect(dialog.getByRole('listitem')).toHaveCount(30);
  await dialog.getByRole('button', { name: 'Broken: The fabric accepts a second login' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(s.root).not.toHaveAttribute('data-playhead', '40000000');

  await s.open('?scenario=s1-broken&t=40s');
  await openSheet(page, 'Invariants');
  await expect(dialog).toContainText('27 of 30 hold.');
  const broken = dialog.getByRole('listitem').filter({ hasText: 'Broke at' }).first();
  await expect(broken).toContainText('a port name is logged in twice in one fabric');
  await broken.getByRole('button', { name: 'Show the moment of S1' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const moment = await s.number('playhead');
  expect(moment).toBeGreaterThan(5_000_000);
  expect(moment).toBeLessThan(40_000_000);
  await expect(page.getByRole('heading', { name: 'B 1/S1' })).toBeVisible();

  // The button in the top bar leads there too, from later on.
  await s.open('?scenario=s1-broken&t=40s');
  await page.getByRole('button', { name: /^Broken: In each fabric/ }).click();
  await expect(s.root).toHaveAttribute('data-playhead', String(moment));
  await expect(page.getByRole('heading', { name: 'B 1/S1' })).toBeVisible();
  s.expectClean();
});

test('the report tells the outage, is copied as Markdown, and is all that is printed', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const s = new Sandbox(page);
  await s.open(takenOver);
  const dialog = await openSheet(page, 'Incident report');
  await expect(dialog).toContainText('Power loss, Server A');
  const row = dialog.getByRole('table', { name: 'Parts of each outage' }).getByRole('row').nth(1);
  const numbers = (await row.getByRole('cell').allInnerTexts()).map(Number);
  const sum = numbers.pop()!;
  expect(sum).toBeGreaterThan(24);
  expect(numbers.reduce((all, each) => all + each, 0)).toBeCloseTo(sum, 6);
  await dialog.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(dialog.getByText('Copied')).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('# Incident report: One host, two fabrics, true timers');
  expect(text).toContain(`| LUN 0 | ${sum.toFixed(3)} s |`);

  await page.evaluate(() => (window.print = () => (document.title = 'printed')));
  await dialog.getByRole('button', { name: 'Print' }).click();
  await expect(page).toHaveTitle('printed');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('status').first()).toBeHidden();
  await expect(dialog.getByRole('button')).toHaveCount(0);
  await expect(dialog.getByRole('heading', { name: 'Outages', exact: true })).toHaveCSS(
    'color',
    'rgb(0, 0, 0)',
  );
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
  s.expectClean();
});

test('a shorter detection makes a shorter outage, and the run can be kept as a file', async ({
  page,
}) => {
  const s = new Sandbox(page);
  await s.open(takenOver);
  const dialog = await openSheet(page, 'Settings');
  await dialog.getByRole('searchbox').fill('misses');
  const row = dialog.locator('[data-setting=missesAllowed]');
  await row.getByRole('textbox').fill('3');
  await row.getByRole('textbox').press('Enter');
  await expect(dialog).toContainText('1 marked is not as the scenario says.');

  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save as a scenario file' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('mine-top-1.json');
  const path = await file.path();
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
    timers: { missesAllowed: 3 },
    script: [{ at: '5s', do: 'server.power-loss', thing: 'A' }],
  });

  await dialog.getByRole('button', { name: 'Run again with these' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(s.root).toHaveAttribute('data-playhead', '40000000');
  const report = await openSheet(page, 'Incident report');
  await expect(report.getByText('missesAllowed 3 heartbeats, not 15 heartbeats')).toBeVisible();
  const cells = report.getByRole('row').nth(1).getByRole('cell');
  expect(Number(await cells.last().innerText())).toBeLessThan(14);
  await page.keyboard.press('Escape');

  // It is still known what the scenario says itself.
  await openSheet(page, 'Settings');
  await dialog.getByRole('button', { name: 'Reset missesAllowed' }).click();
  await expect(row.getByRole('textbox')).toHaveValue('15');
  await page.keyboard.press('Escape');

  await page.getByLabel('Scenario file').setInputFiles(path);
  await expect(s.root).toHaveAttribute('data-playhead', '0');
  await openSheet(page, 'Settings');
  await expect(row.getByRole('textbox')).toHaveValue('3');
  await expect(dialog).toContainText('All are as the scenario says.');
  s.expectClean();
});

test('a value out of range is refused with a reason and a hint, and changes nothing', async ({
  page,
}) => {
  const s = new Sandbox(page);
  await s.open(takenOver);
  const dialog = await openSheet(page, 'Settings');
  const row = dialog.locator('[data-setting=heartbeatInterval]');
  const field = row.getByRole('textbox');
  await field.fill('9 s');
  await field.press('Enter');
  await expect(row.getByRole('alert')).toHaveText(
    '“9 s” is not taken. It must lie between 0.1 s and 5 s. Choose a time in that range. It stays at 1 s.',
  );
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(dialog.getByRole('button', { name: 'Run again with these' })).toBeDisabled();
  await field.fill('250 ms');
  await field.press('Enter');
  await expect(row.getByRole('alert')).toHaveCount(0);
  await expect(field).toHaveValue('250');
  await expect(row).toContainText('ms');

  // What fits each by itself need not fit together.
  await row.getByRole('button', { name: 'Reset' }).click();
  await dialog
    .locator('[data-setting=failoverMode]')
    .getByRole('combobox')
    .selectOption('standby-port');
  await dialog.getByRole('button', { name: 'Run again with these' }).click();
  await expect(dialog.getByRole('alert')).toContainText('/topology/portFabrics');
  await expect(s.root).toHaveAttribute('data-playhead', '40000000');
  s.expectClean();
});
