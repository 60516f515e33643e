import { expect, test } from '@playwright/test';
import { Sandbox } from './Sandbox.ts';

test('the read-outs print the cluster at the playhead, mark what differs, and close', async ({
  page,
}) => {
  const s = new Sandbox(page);
  await s.open('?do=3s:server.power-loss:A&t=12s');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Read-outs' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'showport' }).click();
  const table = dialog.getByRole('table', { name: 'Ports and their partners' });
  await expect(table.getByRole('row').nth(1)).toContainText('failed_over');
  await expect(table.locator('.changed', { hasText: 'failed_over' })).toHaveCount(2);
  await dialog.getByRole('button', { name: 'nsshow' }).click();
  await expect(dialog).toContainText('010202');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toHaveCount(0);
  s.expectClean();
});
