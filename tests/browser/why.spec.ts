import { expect, test } from '@playwright/test';
import { Sandbox } from './Sandbox.ts';

test('the slot that carries A1 leads back to the power that was cut, and each step is a moment', async ({
  page,
}) => {
  const s = new Sandbox(page);
  await s.open('?do=2s:server.power-loss:A&t=8s');
  await s.thing('B.p0.S1').click();
  const why = page.getByRole('region', { name: 'Why it happened' });
  const steps = why.getByRole('listitem');
  await expect(steps.first()).toContainText('You chose “Power loss” for A');
  await expect(steps.last()).toContainText('A1 is logged in at B 1/S1');
  await expect(why).toContainText('claims 2, 28');

  await why.getByRole('button', { name: /B declares A failed/ }).click();
  await expect.poll(() => s.number('playhead')).toBe(3_503_000);
  await expect(why.locator('[aria-current="step"]')).toContainText('B declares A failed');
  // The chain stays while its moments are visited.
  await expect(steps.last()).toContainText('A1 is logged in at B 1/S1');

  await why.getByRole('button', { name: 'follow the playhead' }).click();
  await expect(why).toContainText('Nothing has happened to it yet');
  s.expectClean();
});

test('a row of the log is explained by keyboard, until something else is selected', async ({
  page,
}) => {
  const s = new Sandbox(page);
  await s.open('?do=2s:server.power-loss:A&t=3.6s');
  const why = page.getByRole('region', { name: 'Why it happened' });
  const row = page.getByRole('listitem').filter({ hasText: 'B declares A failed' }).last();
  await row.getByRole('button', { name: /^Why/ }).focus();
  await page.keyboard.press('Enter');
  await expect(why.getByRole('heading')).toBeFocused();
  await expect(why.getByRole('listitem').last()).toContainText('B declares A failed');
  await s.thing('B.p0.S1').click();
  await expect(why).toContainText('Nothing has happened to it yet');
  s.expectClean();
});

test('why not: a verb that does not apply says which fact made it so', async ({ page }) => {
  const s = new Sandbox(page);
  await s.open('?do=2s:server.power-loss:A&t=8s');
  await page.getByText('Server A', { exact: true }).first().click();
  const why = page.getByRole('region', { name: 'Why it happened' });
  await why.getByText('Why not?').click();
  const verb = why.getByRole('listitem').filter({ hasText: 'Planned takeover by its partner' });
  await expect(verb).toContainText('It does not run');
  await verb.getByRole('button', { name: /Server A loses power/ }).click();
  await expect.poll(() => s.number('playhead')).toBe(2_000_000);
  s.expectClean();
});
