import { expect, test } from '@playwright/test';
import { Sandbox } from './Sandbox.ts';

test('a reload restores what was done, branches and all, and it can be discarded', async ({
  page,
}) => {
  const s = new Sandbox(page);
  await s.open('?scenario=top-1&do=5s:server.power-loss:A&t=24s');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(s.root).toHaveAttribute('data-branches', '2');
  await page.getByRole('button', { name: 'Redo' }).click();
  await s.seek(12);
  const hash = await s.hash();
  // Leaving the page keeps it; an address without a query opens it again.
  await s.open();
  await expect(page.getByText('You are back where you were, with 2 branches.')).toBeVisible();
  await expect(s.root).toHaveAttribute('data-playhead', '12000000');
  await expect(s.root).toHaveAttribute('data-branches', '2');
  expect(await s.hash()).toBe(hash);
  await page.getByRole('button', { name: 'Discard and begin anew' }).click();
  await expect(s.root).toHaveAttribute('data-branches', '1');
  await expect(page.getByText('You are back where you were')).toBeHidden();
  await s.open();
  await expect(s.caption).toContainText('Each name is at home');
  await expect(page.getByText('You are back where you were')).toBeHidden();
  s.expectClean();
});
