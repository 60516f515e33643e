import { expect, test } from '@playwright/test';
import { Sandbox } from './Sandbox.ts';
import { expectAccessible } from './accessible.ts';
import { unreadable } from './texts.ts';

const failed = 'scenario=top-1&do=5s:server.power-loss:A';

test('the switch and key 2 open the diagram: a name leaves one row and begins on another', async ({
  page,
}) => {
  const s = new Sandbox(page);
  await s.open(`?${failed}&t=27`);
  await page.getByRole('button', { name: 'Space-time', exact: true }).click();
  const drawing = page.getByRole('group', { name: /^Space-time/ });
  await expect(drawing).toBeVisible();
  for (const row of ['Host X', 'Fabric 1', 'A, port 1', 'B, port 2', 'Server B', 'Shelf 2'])
    await expect(drawing.getByRole('button', { name: row, exact: true })).toBeVisible();
  await page.keyboard.press('1');
  await expect(drawing).toBeHidden();
  await page.keyboard.press('2');
  await expect(drawing).toBeVisible();

  // A1 is the name that lives first on the row of A, then on that of B.
  const rowOf = async (name: string): Promise<DOMRect> =>
    drawing
      .getByRole('button', { name, exact: true })
      .evaluate((row) => row.getBoundingClientRect());
  const [home, away] = [await rowOf('A, port 1'), await rowOf('B, port 1')];
  const bands = await drawing.locator('[data-band]').evaluateAll((all) =>
    all.map((band) => ({
      name: (band as SVGElement).dataset['band'],
      box: band.getBoundingClientRect(),
    })),
  );
  const on = (row: DOMRect, { box }: { box: DOMRect }): boolean =>
    box.y > row.y && box.y + box.height < row.y + row.height;
  const before = bands.find((band) => on(home, band))!;
  const after = bands.find((band) => on(away, band) && band.name === before.name)!;
  expect(bands.filter(({ name }) => name === before.name)).toHaveLength(2);
  expect(before.box.x + before.box.width).toBeLessThan(after.box.x);
  await expect(drawing.getByText('A1 lives nowhere for 19.1 s')).toBeVisible();

  // One axis for both: the playhead goes straight through.
  const heads = await page
    .locator('svg line.head')
    .evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect().x));
  expect(heads).toHaveLength(2);
  expect(heads[0]).toBeCloseTo(heads[1]!, 0);
  s.expectClean();
});

const moments = [
  `?${failed}&t=6.2`,
  `?${failed}&t=21`,
  '?do=12s:server.power-loss:A&t=16.6',
  '?do=3s:server.power-loss:A,12s:server.repair:A,16s:giveback.start:A&t=19',
  '?scenario=top-5&do=5s:server.power-loss:A&t=25',
  '?scenario=fleet&do=5s:server.power-loss:E&t=25',
  `?${failed}&t=27`,
];

for (const [window, [width, height], scheme] of [
  ['desktop', [1440, 900], 'light'],
  ['desktop', [1440, 900], 'dark'],
  ['tablet', [900, 900], 'light'],
  ['phone', [390, 844], 'light'],
] as const) {
  test(`${window} in ${scheme}: every text of the diagram can be read`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme });
    const s = new Sandbox(page);
    const faults: string[] = [];
    // Colours move no text: one moment shows that the dark page has the same.
    for (const query of moments.slice(scheme === 'dark' ? -1 : 0)) {
      await s.open(query);
      await expect(page.getByRole('slider', { name: 'Moment of the run' })).toBeVisible();
      await page.keyboard.press('2');
      await expect(page.getByRole('group', { name: /^Space-time/ })).toBeVisible();
      faults.push(...(await unreadable(page)).map((fault) => `${query}: ${fault}`));
    }
    expect(faults).toEqual([]);
    await expectAccessible(page, '.space');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
    s.expectClean();
  });
}

test('groups fold and stay folded, rows select, and a message leads to its sending', async ({
  page,
}) => {
  const s = new Sandbox(page);
  await s.open(`?${failed}&t=27`);
  await page.getByRole('button', { name: 'Space-time', exact: true }).click();
  const drawing = page.getByRole('group', { name: /^Space-time/ });
  const port = drawing.getByRole('button', { name: 'A, port 1', exact: true });
  await port.focus();
  await page.keyboard.press('Enter');
  await expect(port).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('aside').getByRole('heading', { level: 2 }).first()).toHaveText(
    'Port 1',
  );

  await drawing.getByRole('button', { name: 'Fold ports' }).click();
  await expect(port).toBeHidden();
  await expect(drawing.getByRole('button', { name: '4 ports, folded' })).toBeVisible();
  await page.keyboard.press('1');
  await page.keyboard.press('2');
  await drawing.getByRole('button', { name: 'Unfold ports' }).focus();
  await page.keyboard.press('Enter');
  await expect(port).toBeVisible();

  // Beside the text of a login is its line.
  const text = (await drawing.getByText('reserve 2 disks').boundingBox())!;
  await page.mouse.click(text.x - 6, text.y + text.height / 2);
  await expect.poll(() => s.number('playhead')).toBe(20_007_000);
  await expect(page.getByRole('button', { name: 'follow the playhead' })).toBeVisible();

  // Whatever is pointed at in one view is marked in the others.
  const told = page.locator('aside li[data-thing^="vport"]').first();
  await told.hover();
  await expect(drawing.locator('.row[data-pointed]').first()).toBeAttached();
  await page.keyboard.press('1');
  await s.thing('A.p0.P').hover();
  await expect(s.thing('B.p0.S1')).toHaveAttribute('data-pointed', '');
  s.expectClean();
});

test('in a narrow window the views are in the menu', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const s = new Sandbox(page);
  await s.open(`?${failed}&t=27`);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Space-time', exact: true }).click();
  await expect(page.getByRole('group', { name: /^Space-time/ })).toBeVisible();
  s.expectClean();
});
