import { expect, test } from '@playwright/test';
import { Sandbox } from './Sandbox.ts';

const query = '?scenario=top-1&do=5s:server.power-loss:A&t=29s';

test('two runs stand side by side in lock-step, and say where they part', async ({ page }) => {
  const s = new Sandbox(page);
  await s.open(query);
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  const choice = page.getByLabel('Compare with');
  await expect(choice).toHaveValue('multipathing-only');
  await expect(page.getByRole('group', { name: /The cluster/ })).toHaveCount(2);
  const rows = page.getByRole('region', { name: 'Compare' }).getByRole('row');
  await expect(rows.nth(1)).toContainText('24.0 s');
  await expect(rows.nth(2)).toContainText('19.0 s');
  await page.getByRole('button', { name: /They part at 05\.000 s/ }).click();
  await expect(page.locator('[data-playhead]')).toHaveAttribute('data-playhead', '5000000');
  await expect(rows.nth(1)).toContainText('none');
  await choice.selectOption('planned');
  await page.getByRole('slider', { name: 'Moment of the run' }).focus();
  for (let second = 0; second < 10; second++) await page.keyboard.press('PageUp');
  await expect(rows.nth(1)).toContainText('10.0 s');
  await expect(rows.nth(2)).not.toContainText('10.0 s');
  await expect(page.locator('rect.differs').first()).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.getByRole('group', { name: /The cluster/ })).toHaveCount(1);
  s.expectClean();
});

test('the time axis is zoomed and moved by key and wheel, and finds itself again', async ({
  page,
}) => {
  const s = new Sandbox(page);
  await s.open(query);
  const axis = page.getByRole('slider', { name: 'Moment of the run' });
  const last = axis.locator('.axis text').last();
  await expect(last).toHaveText('30 s');
  await axis.focus();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect(last).not.toHaveText('30 s');
  const zoomed = await last.textContent();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(last).not.toHaveText(zoomed!);
  await page.keyboard.press('0');
  await expect(last).toHaveText('30 s');
  const box = (await axis.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, 600);
  await page.keyboard.up('Control');
  await expect(last).not.toHaveText('30 s');
  await page.getByRole('button', { name: 'Let the time axis find itself' }).click();
  await expect(last).toHaveText('30 s');
  s.expectClean();
});

test('what is done in the run in view is done in both, and nothing else tells the other one anew', async ({
  page,
}) => {
  const s = new Sandbox(page);
  await s.open('?scenario=top-1&t=4s');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.getByLabel('Compare with').selectOption('multipathing-only');
  const drawings = page.getByRole('group', { name: /The cluster/ });
  await drawings
    .first()
    .getByRole('button', { name: /Break or mend: Server A/ })
    .click();
  await page.getByRole('menuitem', { name: /Power loss/ }).click({ modifiers: ['Shift'] });
  for (const drawing of [drawings.first(), drawings.last()])
    await expect(drawing.locator('[data-id="A"]')).toHaveAttribute(
      'aria-label',
      /down, power lost/,
    );
  await expect(page.getByLabel('Compare with')).toHaveValue('multipathing-only');
  s.expectClean();
});
