import { expect, test } from '@playwright/test';
import { Sandbox } from './Sandbox.ts';
import { unreadable } from './texts.ts';

const failed = 'do=5s:server.power-loss:A&t=25';

for (const [window, [width, height], path, scenario] of [
  ['desktop', [1440, 900], '', 'top-5'],
  ['frame', [720, 420], 'embed/', 'top-5'],
  ['desktop', [1440, 900], '', 'fleet'],
  ['frame', [720, 420], 'embed/', 'fleet'],
  ['phone', [390, 844], '', 'fleet'],
] as const) {
  test(`${scenario} on a ${window}: every text can be read, and nothing lies outside`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const s = new Sandbox(page);
    await s.open(`${path}?scenario=${scenario}&${failed}`);
    const drawing = page.locator('.stage svg[role="group"]');
    await expect(drawing).toBeVisible();
    expect(await unreadable(page)).toEqual([]);
    const box = (await drawing.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width + 1);
    s.expectClean();
  });
}

test('in a fleet a server is broken by mouse, its partner takes its names, and the inspector says so', async ({
  page,
}) => {
  const s = new Sandbox(page);
  await s.open('?scenario=fleet');
  await s.verb(/Break or mend: Server E/, /Power loss/);
  await expect(s.thing('E')).toHaveAttribute('aria-label', /down, power lost/);
  await s.pause();
  await s.open('?scenario=fleet&do=2s:server.power-loss:E&t=25');
  await expect(s.thing('F')).toHaveAttribute('aria-label', /carries E1 and E2 and E3 and E4/);
  await s.thing('F').click();
  await expect(page.locator('aside').getByRole('heading', { name: 'Server F' })).toBeVisible();
  s.expectClean();
});
