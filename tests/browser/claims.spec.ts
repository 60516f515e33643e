import { expect, test } from '@playwright/test';
import { Sandbox } from './Sandbox.ts';

test('a claim plays, stops where each part of it is seen, and marks it', async ({ page }) => {
  const s = new Sandbox(page);
  await s.open();
  await page.getByLabel('Scenario', { exact: true }).selectOption('claim-36');
  const panel = page.getByRole('region', { name: 'Claim 36' });
  await expect(panel).toContainText('0 of 4 seen');
  for (let seen = 1; seen <= 4; seen++) {
    const play = page.getByRole('button', { name: 'Play', exact: true });
    await expect(panel).toContainText(`${seen} of 4 seen`, { timeout: 20_000 });
    // It stands still at that very moment until it is told to go on.
    await expect(play).toBeVisible();
    if (seen < 4) await play.click();
  }
  await expect(s.thing('A.p1.S2')).toHaveAttribute('aria-label', /carries A1/);
  await panel.getByRole('button', { name: /failure of a primary virtual port/ }).click();
  expect(await s.number('playhead')).toBeLessThan(4e6);
  await expect(panel).toContainText('1 of 4 seen');
  s.expectClean();
});

test('a claim can be seen to break without a part of it, and whole again', async ({ page }) => {
  const s = new Sandbox(page);
  await s.open('?scenario=claim-20');
  const whole = page.getByRole('region', { name: 'Claim 20', exact: true });
  await whole.getByRole('button', { name: 'See S9 break' }).click();
  const without = page.getByRole('region', { name: 'Claim 20 without a part' });
  await expect(without).toContainText('Breaks S9');
  const broken = page.getByRole('button', { name: /^Broken: A slot that stands by/ });
  await expect(broken).toBeVisible({ timeout: 30_000 });
  await without.getByRole('button', { name: 'See the whole claim' }).click();
  await expect(whole).toBeVisible();
  s.expectClean();
});
