import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';

test('opened from disk by double click, the built page works', async ({ page }) => {
  await page.goto(
    `${pathToFileURL(resolve('dist/index.html')).href}?do=3s:server.power-loss:A&t=10s`,
  );
  await expect(page).toHaveURL(/offline\.html/);
  await expect(page.locator('[data-id="B"]')).toHaveAttribute('aria-label', /in takeover of A/);
});
