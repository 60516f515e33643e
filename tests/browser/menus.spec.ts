import { expect, test } from '@playwright/test';
import { Sandbox } from './Sandbox.ts';

const down = '?do=3s:interconnect.cut:interconnect.A-B,5s:server.power-loss:A&t=9s';

for (const [where, [width, height], path] of [
  ['on a desktop', [1440, 900], ''],
  ['in a frame', [720, 420], 'embed/'],
  ['on a phone', [390, 844], ''],
] as const) {
  test(`${where} all verbs of a server are seen at once, and why some do not apply`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const s = new Sandbox(page);
    for (const query of ['?t=3s', down]) {
      await page.goto(`./${path}${query}`);
      await page.getByRole('button', { name: /Break or mend: Server A/ }).click();
      const menu = page.getByRole('menu');
      const verbs = menu.getByRole('group').getByRole('menuitem');
      await expect(verbs).toHaveCount(14);
      // Below them stands what leads to failures that wait for a fact; a frame has no page of these.
      const arm = menu.getByRole('menuitem', { name: 'When a fact is told…' });
      if (path === '') await expect(arm).toBeInViewport({ ratio: 1 });
      else await expect(arm).toHaveCount(0);
      for (const verb of await verbs.all()) {
        await expect(verb).toBeInViewport({ ratio: 1 });
        if ((await verb.getAttribute('aria-disabled')) !== 'true') continue;
        const why = await verb.locator('small').innerText();
        await verb.hover();
        const told = menu.getByText(why, { exact: true });
        expect(await told.evaluateAll((all) => all.some((each) => each.clientHeight > 10))).toBe(
          true,
        );
      }
    }
    s.expectClean();
  });
}
