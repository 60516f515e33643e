import { expect, test } from '@playwright/test';
import { Sandbox } from './Sandbox.ts';

test('all scenarios stand on one page with their pictures, are searched, and open by Enter', async ({
  page,
}) => {
  const s = new Sandbox(page);
  await s.open('?scenario=top-1');
  const select = page.getByLabel('Scenario', { exact: true });
  await select.selectOption({ label: 'All scenarios…' });
  const dialog = page.getByRole('dialog', { name: 'Scenarios' });
  await expect(dialog.locator('[data-scenario]').first()).toBeVisible();
  const all = await dialog.locator('[data-scenario]').count();
  expect(all).toBeGreaterThan(100);
  await expect(dialog.locator('[data-scenario] svg')).toHaveCount(all);
  const open = dialog.locator('[aria-current=true]');
  await expect(open).toHaveAttribute('data-scenario', 'top-1');
  await expect(open).toContainText('Open now');
  await expect(dialog.getByRole('button', { name: 'Open a file…' })).toBeVisible();
  await expect(select).toHaveValue('top-1');

  const field = dialog.getByRole('searchbox', { name: 'Search scenarios' });
  await expect(field).toBeFocused();
  await field.fill('no such thing');
  await expect(dialog).toContainText('No scenario says that.');
  await field.fill('sibling port inside');
  await expect(dialog.getByRole('status')).toContainText(`of ${all}`);
  const wanted = dialog.locator('[data-scenario=mode-sibling]');
  await expect(wanted).toBeVisible();
  await field.press('ArrowDown');
  await expect(dialog.locator('[data-scenario]').first()).toBeFocused();
  await wanted.focus();
  await page.keyboard.press('Enter');

  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(select).toHaveValue('mode-sibling');
  // It plays.
  await expect.poll(() => s.number('playhead')).toBeGreaterThan(300_000);
  s.expectClean();
});
