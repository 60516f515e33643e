import { expect, test } from '@playwright/test';
import { Sandbox } from './Sandbox.ts';

test('branches are listed, named, shown, deleted and brought back', async ({ page }) => {
  const s = new Sandbox(page);
  await s.open('?scenario=top-1&do=5s:server.power-loss:A&t=24s');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(s.root).toHaveAttribute('data-branches', '2');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name: /^Branches/ }).click();
  const sheet = page.getByRole('dialog', { name: 'Branches' });
  const rows = sheet.getByRole('listitem');
  await expect(rows).toHaveCount(2);
  const first = rows.first();
  await first.getByLabel('Name of the branch').fill('The crash');
  await first.getByRole('button', { name: 'Show' }).click();
  await expect(s.root).toHaveAttribute('data-branch', '0');
  await rows.nth(1).getByRole('button', { name: 'Delete' }).click();
  await expect(rows).toHaveCount(1);
  await sheet.getByRole('button', { name: 'Bring back' }).click();
  await expect(rows).toHaveCount(2);
  await expect(first.getByLabel('Name of the branch')).toHaveValue('The crash');
  await rows.nth(1).getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByLabel('Compare with')).toHaveValue('branch-1');
  s.expectClean();
});
