import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { Sandbox } from './Sandbox.ts';
import { unreadable } from './texts.ts';

const failed = 'do=5s:server.power-loss:A&t=25';

for (const [window, [width, height], path, scenario] of [
  ['desktop', [1440, 900], '', 'top-5'],
  ['frame', [720, 420], 'embed/', 'top-5'],
  ['desktop', [1440, 900], '', 'fleet'],
  ['frame', [720, 420], 'embed/', 'fleet'],
  ['phone', [390, 844], '', 'fleet'],
  ['desktop', [1440, 900], '', 'fleet-64'],
] as const) {
  test(`${scenario} on a ${window}: every text can be read, and nothing lies outside`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const s = new Sandbox(page);
    await s.open(`${path}?scenario=${scenario}&${failed}`);
    const drawing = page.getByRole('group', { name: /^The (cluster|fleet):/ });
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

const widthOf = async (s: Sandbox, id: string): Promise<number> =>
  (await s.thing(id).locator('.body').boundingBox())!.width;
const zoom = (page: Page, name: string): Promise<void> =>
  page.getByRole('group', { name: 'Zoom of the fleet' }).getByRole('button', { name }).click();
const bytes = /^50:0a:09:81(:[0-9a-f]{2}){4}$/;

test('coming nearer tells badges, then short names, then both names in full, and Fit shows all again', async ({
  page,
}) => {
  const s = new Sandbox(page);
  await s.open('?scenario=fleet&t=3');
  const drawing = page.getByRole('group', { name: /^The fleet:/ });
  const chips = drawing.locator('text.name');
  await expect(chips).toHaveCount(0);
  const fitting = (await drawing.boundingBox())!.width;
  await zoom(page, 'chips');
  await expect(chips.filter({ hasText: /^A1$/ })).toBeVisible();
  await expect(drawing.getByText(bytes)).toHaveCount(0);
  await zoom(page, 'names');
  await expect(drawing.getByText(/^50:0a:09:81:…:/).first()).toBeVisible();
  await zoom(page, 'bytes');
  await expect(drawing.getByText(bytes).first()).toBeVisible();
  await expect(drawing.getByText('node', { exact: true }).first()).toBeVisible();
  // It is remembered while another view takes the place of the drawing.
  await page.getByRole('button', { name: 'Space-time', exact: true }).click();
  await page.getByRole('button', { name: 'Topology', exact: true }).click();
  await expect(drawing.getByText(bytes).first()).toBeVisible();
  await zoom(page, 'Fit the fleet');
  await expect(chips).toHaveCount(0);
  await expect.poll(async () => (await drawing.boundingBox())!.width).toBeCloseTo(fitting, 0);
  s.expectClean();
});

test('keys and the wheel come nearer too, about what is pointed at', async ({ page }) => {
  const s = new Sandbox(page);
  await s.open('?scenario=fleet&t=3');
  const far = await widthOf(s, 'M');
  const middle = async (): Promise<number> => {
    const box = (await s.thing('M').locator('.body').boundingBox())!;
    return box.x + box.width / 2;
  };
  const at = await middle();
  await s.thing('M').hover();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -120);
  await page.keyboard.up('Control');
  await expect.poll(() => widthOf(s, 'M')).toBeGreaterThan(far * 1.3);
  expect(Math.abs((await middle()) - at)).toBeLessThan(30);
  await s.thing('A').focus();
  await page.keyboard.press('0');
  // It is pointed at, so its outline is heavier.
  await expect.poll(async () => Math.abs((await widthOf(s, 'M')) - far)).toBeLessThan(2);
  await page.keyboard.press('+');
  await expect.poll(() => widthOf(s, 'M')).toBeGreaterThan(far * 1.2);
  s.expectClean();
});

test('the row of a chosen server opens under a lens, Escape folds it, and a name that was looked for opens its own', async ({
  page,
}) => {
  const s = new Sandbox(page);
  await s.open('?scenario=fleet&t=3');
  await s.ready();
  const far = await widthOf(s, 'K');
  await s.thing('K').click();
  await expect.poll(() => widthOf(s, 'K')).toBeGreaterThan(2 * far);
  expect(await widthOf(s, 'L')).toBeGreaterThan(2 * far);
  expect(await widthOf(s, 'M')).toBeLessThan(far);
  expect(Math.abs((await widthOf(s, 'A')) - far)).toBeLessThan(2);
  await expect(s.thing('K').getByText('answers as K')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect.poll(async () => Math.abs((await widthOf(s, 'K')) - far)).toBeLessThan(2);
  await page.keyboard.press('/');
  await page.getByLabel('Name or thing').fill('V3');
  await page.keyboard.press('Enter');
  await expect.poll(() => widthOf(s, 'V')).toBeGreaterThan(2 * far);
  await expect(page.locator('.view text.name').filter({ hasText: /^V3$/ })).toBeVisible();
  s.expectClean();
});
