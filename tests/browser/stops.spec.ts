import { expect, test } from '@playwright/test';
import { Sandbox } from './Sandbox.ts';

async function sheetOf(s: Sandbox) {
  await s.page.getByRole('button', { name: 'More', exact: true }).click();
  await s.page.getByRole('button', { name: /^Stop when/ }).click();
  return s.page.getByRole('dialog', { name: 'Stop when…' });
}

test('playing stops where a condition is met, and a failure armed on a fact happens there', async ({
  page,
}) => {
  const s = new Sandbox(page);
  await s.open('?do=3s:server.power-loss:A&t=3s');
  const sheet = await sheetOf(s);
  await sheet.getByLabel('Fact').fill('takeover.begun');
  await expect(sheet.getByRole('alert')).toContainText('no such kind of fact');
  await sheet.getByLabel('Fact').fill('takeover.started');
  await sheet.getByLabel('Thing').fill('B');
  await sheet.getByRole('button', { name: 'Add' }).click();
  await sheet.getByLabel('Fact').fill('log.replay-started');
  await sheet.getByLabel('and then').check();
  await sheet.getByLabel('on', { exact: true }).fill('interconnect.A-B');
  await expect(sheet.getByRole('alert')).toHaveText('Choose what is done then.');
  await sheet.getByLabel('What is done').selectOption('interconnect.cut');
  await sheet.getByRole('button', { name: 'Add' }).click();
  await expect(sheet.getByRole('listitem')).toHaveCount(2);
  await sheet.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(page.getByText('Stopped at takeover.started')).toBeVisible({ timeout: 20_000 });
  const stopped = await s.number('playhead');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(page.locator('.flag-text').getByText(/Cut/)).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Pause' }).click();
  expect(await s.number('playhead')).toBeGreaterThan(stopped);
  // What is armed is an action of the run: the address tells it, and disarming tells another story.
  await expect((await sheetOf(s)).getByRole('listitem')).toHaveCount(2);
  const branches = await s.number('branches');
  await page.getByRole('button', { name: 'Disarm' }).click();
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(1);
  expect(await s.number('branches')).toBe(branches + 1);
  await expect(page.locator('.flag-text').getByText(/Cut/)).toHaveCount(0);
  s.expectClean();
});

test('a link arms a failure, and the verbs of a thing lead to the page that does', async ({
  page,
}) => {
  const s = new Sandbox(page);
  await s.open(
    '?do=3s:server.power-loss:A&do=0s:interconnect.cut:interconnect.A-B:takeover.started:B&t=25s',
  );
  await expect(page.locator('.flag-text').getByText(/Cut/)).toBeVisible();
  await s.thing('B').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: /When a fact is told/ }).click();
  const sheet = page.getByRole('dialog', { name: 'Stop when…' });
  await expect(sheet.getByLabel('on', { exact: true })).toHaveValue('B');
  await expect(sheet.getByRole('listitem')).toHaveText(/When takeover\.started of B/);
  s.expectClean();
});

test('with Shift the run stays where it is, so that two servers lose power at one instant', async ({
  page,
}) => {
  const s = new Sandbox(page);
  await s.open('?scenario=top-5&t=4s');
  for (const server of ['A', 'C']) {
    await s.thing(server).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: /Power loss/ }).click({ modifiers: ['Shift'] });
  }
  await expect(s.root).toHaveAttribute('data-playhead', '4000000');
  await expect(s.thing('A')).toHaveAttribute('aria-label', /down, power lost/);
  await expect(s.thing('C')).toHaveAttribute('aria-label', /down, power lost/);
  s.expectClean();
});
