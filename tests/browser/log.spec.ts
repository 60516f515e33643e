import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { cli } from '../../scripts/cli.mjs';
import { Sandbox } from './Sandbox.ts';
import { expectAccessible } from './accessible.ts';

const address = '?scenario=top-1&do=5s:server.power-loss:A&t=14s';

/** Opens the page and the log over it. */
async function opened(
  page: Page,
  query = address,
): Promise<{ s: Sandbox; log: Locator; rows: Locator }> {
  const s = new Sandbox(page);
  await s.open(query);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: /^Log/ }).click();
  const log = page.getByRole('dialog', { name: 'Log' });
  return { s, log, rows: log.getByRole('row') };
}

/** How many facts are listed, and of how many, once all are looked at. */
async function counts(log: Locator): Promise<readonly [number, number]> {
  const status = log.getByRole('status').first();
  await expect(status).toHaveText(/^[\d,]+ of [\d,]+ facts$/);
  const [found, all] = (await status.innerText()).replaceAll(',', '').match(/\d+/g)!.map(Number);
  return [found!, all!];
}

/** The text of the file that is downloaded. */
async function downloaded(page: Page, log: Locator): Promise<{ name: string; text: string }> {
  const coming = page.waitForEvent('download');
  await log.getByRole('button', { name: 'Download' }).click();
  const file = await coming;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

test('the log lists every fact, finds some of them, and few rows are drawn', async ({ page }) => {
  const { s, log, rows } = await opened(page);
  const [events, all] = await counts(log);
  expect(all).toBeGreaterThan(10_000);
  expect(events).toBeLessThan(1_000);
  await log.getByRole('button', { name: 'Everything' }).click();
  expect(await counts(log)).toEqual([all, all]);
  await expect(log.getByRole('grid')).toHaveAttribute('aria-rowcount', String(all));
  expect(await rows.count()).toBeLessThan(60);
  await expect(log.locator('[aria-current]')).toBeInViewport();

  await log.getByRole('searchbox').fill('heartbeat');
  const [heartbeats] = await counts(log);
  expect(heartbeats).toBeGreaterThan(0);
  expect(heartbeats).toBeLessThan(all);
  await log
    .getByRole('combobox', { name: 'About which thing' })
    .selectOption({ label: 'Server A' });
  const [ofA] = await counts(log);
  expect(ofA).toBeGreaterThan(0);
  expect(ofA).toBeLessThan(heartbeats);
  await log.getByText('All kinds').click();
  await log.getByRole('button', { name: 'partner', exact: true }).click();
  expect(await counts(log)).toEqual([2, all]);
  await expect(rows.first()).toContainText('B suspects A: a heartbeat is missing');
  await log.getByRole('searchbox').fill('nothing is like this');
  await expect(log).toContainText('No fact is like that.');
  s.expectClean();
});

test('a row seeks, by hand and by keyboard, and a cause is one press away', async ({ page }) => {
  const { s, log, rows } = await opened(page);
  await rows.getByRole('button', { name: 'B suspects A: a heartbeat is missing' }).click();
  expect(Math.floor((await s.number('playhead')) / 1e6)).toBe(6);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const chosen = log.locator('[aria-selected="true"]');
  await expect(chosen).toContainText('B misses heartbeat 3 of A');
  await page.keyboard.press('Enter');
  expect(Math.floor((await s.number('playhead')) / 1e6)).toBe(8);

  // The cause of a miss is a timer that only the full log lists: the filters give way to it.
  const [before] = await counts(log);
  await log.getByRole('button', { name: /^because/ }).click();
  await expect(log.locator('[aria-selected="true"]')).toBeInViewport();
  expect((await counts(log))[0]).toBeGreaterThan(before);

  const follow = log.getByRole('button', { name: 'Follow' });
  await expect(follow).toHaveAttribute('aria-pressed', 'false');
  await follow.click();
  await expect(follow).toHaveAttribute('aria-pressed', 'true');
  await expect(log.locator('[aria-current]')).toBeInViewport();
  await log.getByRole('grid').hover();
  await page.mouse.wheel(0, 3000);
  await expect(follow).toHaveAttribute('aria-pressed', 'false');
  s.expectClean();
});

test('while the run plays the list follows', async ({ page }) => {
  const { s, log } = await opened(page, '?scenario=top-1&do=1s:server.power-loss:A');
  await log.getByRole('button', { name: 'Everything' }).click();
  const current = log.locator('[aria-current]');
  const place = async (): Promise<number> => Number(await current.getAttribute('aria-rowindex'));
  const before = await place();
  await expect.poll(place).toBeGreaterThan(before + 40);
  await expect(current).toBeInViewport();
  await expect(log.getByRole('button', { name: 'Follow' })).toHaveAttribute('aria-pressed', 'true');
  s.expectClean();
});

test('what is taken away is what the command line writes, and what is listed', async ({ page }) => {
  const { s, log } = await opened(page);
  const format = log.getByRole('combobox', { name: 'Format' });
  await log.getByRole('combobox', { name: 'Which facts to export' }).selectOption('The whole run');
  await format.selectOption('JSON Lines');
  const whole = await downloaded(page, log);
  expect(whole.name).toBe('top-1-log.jsonl');
  const file = join(mkdtempSync(join(tmpdir(), 'understudy-')), 'out.jsonl');
  const until = `${await s.number('horizon')}us`;
  const told = ['--do', '5s server.power-loss A', '--until', until, '--trace', file];
  expect(spawnSync(process.execPath, [cli, 'run', 'top-1', ...told]).status).toBe(0);
  expect(whole.text === readFileSync(file, 'utf8')).toBe(true);

  await log.getByRole('combobox', { name: 'Which facts to export' }).selectOption('What is listed');
  await log.getByRole('searchbox').fill('server.power-lost');
  await format.selectOption('CSV');
  const [header, line] = (await downloaded(page, log)).text.split('\r\n');
  expect(header).toBe('seq,at,step,because,fact,fields,sentence');
  expect(line).toMatch(
    /^\d+,5000000,\d+,\d+,server\.power-lost,"server=""A""",Server A loses power$/,
  );
  await format.selectOption('Text');
  expect((await downloaded(page, log)).text).toBe('05.000000  Server A loses power\n');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await log.getByRole('button', { name: 'Copy' }).click();
  await expect(log).toContainText('Copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe('05.000000  Server A loses power\n');
  await format.selectOption('Mermaid');
  expect((await downloaded(page, log)).text.split('\n').slice(0, 3)).toEqual([
    'sequenceDiagram',
    '    participant S1 as Server A',
    '    Note over S1: 05.000000 Server A loses power',
  ]);
  s.expectClean();
});

for (const theme of ['light', 'dark'] as const) {
  test(`in ${theme} the log has no accessibility fault that a machine can find`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: theme });
    const { log } = await opened(page);
    await log.getByText('All kinds').click();
    await expectAccessible(page, 'dialog');
  });
}

test('on a phone the log fits the window', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { s, log } = await opened(page);
  await expect(log.getByRole('grid')).toBeInViewport({ ratio: 1 });
  await expect(log.getByRole('button', { name: 'Download' })).toBeInViewport({ ratio: 1 });
  expect(await log.evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0);
  s.expectClean();
});
