import { expect, test } from '@playwright/test';
import { Sandbox } from './Sandbox.ts';

test('a name is found by key, selected where it answers now, and interesting events are visited', async ({
  page,
}) => {
  const s = new Sandbox(page);
  await s.open('?scenario=top-1&do=5s:server.power-loss:A&t=40s');
  await s.ready();
  await page.keyboard.press('/');
  await page.getByRole('textbox', { name: 'Name or thing' }).fill('a1');
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toContainText('at B 1/S1');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('aside').getByRole('heading', { name: 'B 1/S1' })).toBeVisible();
  await page.keyboard.press('Home');
  await page.keyboard.press('>');
  await expect(s.root).toHaveAttribute('data-playhead', '5000000');
  await page.keyboard.press('>');
  expect(await s.number('playhead')).toBeGreaterThan(5_000_000);
  await page.keyboard.press('<');
  await expect(s.root).toHaveAttribute('data-playhead', '5000000');
  s.expectClean();
});
