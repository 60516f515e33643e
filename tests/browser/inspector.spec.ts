import { expect, test } from '@playwright/test';
import { Sandbox } from './Sandbox.ts';

test('the inspector tells of each kind of thing in tables, marks what changed, and is taken away as text', async ({
  page,
  context,
  browserName,
}) => {
  if (browserName === 'chromium')
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const s = new Sandbox(page);
  await s.open('?scenario=top-1&do=5s:server.power-loss:A&t=20.51');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  const open = (name: string): Promise<void> =>
    inspector.getByRole('button', { name: new RegExp(`^${name}`), expanded: false }).click();
  const table = (name: string) => inspector.getByRole('table', { name });

  // A disk that has just changed hands: its owner is marked, in its lines and in its table.
  await s.thing('A.d0').click();
  await expect(inspector.getByRole('heading', { name: 'Disk 1 of A' })).toBeVisible();
  const changed = 'changed at 20.507 s';
  await expect(inspector.getByText('Current owner').locator('+ dd')).toHaveAccessibleDescription(
    changed,
  );
  await expect(inspector.getByText('Home owner').locator('+ dd')).toHaveAccessibleDescription('');
  await open('Disk ownership');
  const row = table('Disk ownership').getByRole('row').nth(1);
  await expect(row).toHaveText(/Disk 1 of A\s*A\s*B\s*B/);
  await expect(row.getByRole('cell').nth(2)).toHaveAccessibleDescription(changed);
  await expect(row.getByRole('cell').nth(1)).toHaveAccessibleDescription('');

  // Its raw state, and all of it as text.
  await open('Raw state');
  await expect(table('Raw state').getByRole('row', { name: 'owner 2 Server B' })).toBeVisible();
  if (browserName === 'chromium') {
    await inspector.getByRole('button', { name: 'Copy as text' }).click();
    await expect(inspector.getByRole('button', { name: 'Copied' })).toBeVisible();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain('Disk 1 of A at 20.510 s');
    expect(text).toContain('50:0a:09:81:86:57:c3:b0');
    expect(text).toMatch(/\nowner +2 +Server B\n/);
  }

  // A host has its paths open; a row leads to the path, and a line of that to the host’s port.
  await s.thing('X').click();
  await expect(table('Paths').getByRole('row')).toHaveCount(5);
  await table('Paths').getByRole('button', { name: 'h1 to A1' }).click();
  await expect(inspector.getByRole('heading', { name: 'Host X’s path to A1' })).toBeVisible();
  await inspector.getByRole('button', { name: 'X, h1', exact: true }).click();
  await expect(inspector.getByRole('heading', { name: 'Host X, h1' })).toBeVisible();

  // A server: what is open stays open, for whatever thing.
  await s.thing('B').click({ position: { x: 60, y: 170 } });
  await expect(inspector.getByRole('heading', { name: 'Server B' })).toBeVisible();
  // Both of its own, and the first of its partner’s.
  await expect(table('Disk ownership').getByRole('row')).toHaveCount(4);
  await open('NVRAM log');
  const first = await table('NVRAM log').getByRole('row').count();
  await inspector.getByRole('button', { name: /^and \d+ more$/ }).click();
  expect(await table('NVRAM log').getByRole('row').count()).toBeGreaterThan(first);
  s.expectClean();
});
