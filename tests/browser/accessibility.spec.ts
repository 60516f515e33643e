import { test } from '@playwright/test';
import { Sandbox } from './Sandbox.ts';
import { expectAccessible } from './accessible.ts';

for (const theme of ['light', 'dark'] as const) {
  test(`in ${theme} the page has no accessibility fault that a machine can find`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: theme });
    const s = new Sandbox(page);
    await s.open('?do=3s:server.power-loss:A&t=8s');
    await s.ready();
    await expectAccessible(page);
  });
}
