import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Sandbox } from './Sandbox.ts';

for (const theme of ['light', 'dark'] as const) {
  test(`in ${theme} the page has no accessibility fault that a machine can find`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: theme });
    const s = new Sandbox(page);
    await s.open('?do=3s:server.power-loss:A&t=8s');
    await s.ready();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0]?.html.slice(0, 160)}`),
    ).toEqual([]);
  });
}
