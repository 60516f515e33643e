import { expect, test } from '@playwright/test';
import { dialects } from '../../src/dialects/index.ts';
import { Sandbox } from './Sandbox.ts';
import { unreadable } from './texts.ts';

const dead = '?do=12s:server.power-loss:A&t=13.8';
const hung = '?do=12s:server.hang:A&t=19';

for (const [window, [width, height], path, moments] of [
  ['desktop', [1440, 900], '', [dead]],
  ['embedded', [720, 420], 'embed/', [dead, hung]],
  ['phone', [390, 844], '', [hung]],
] as const) {
  test(`${window}: every text can be read in the words of every dialect`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const s = new Sandbox(page);
    const faults: string[] = [];
    for (const { id } of dialects) {
      for (const moment of moments) {
        await s.open(`${path}${moment}&words=${id}`);
        faults.push(...(await unreadable(page)).map((fault) => `${id}, ${moment}: ${fault}`));
      }
    }
    expect(faults).toEqual([]);
    s.expectClean();
  });
}

test('words are chosen in the top bar, renamed everywhere, explained and remembered', async ({
  page,
}) => {
  const s = new Sandbox(page);
  await s.open('?do=3s:server.power-loss:A&t=9s');
  const aside = page.locator('aside');
  await expect(aside.getByRole('heading', { name: 'Server B' })).toBeVisible();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByLabel('Words').selectOption('compellent');
  await expect(aside.getByRole('heading', { name: 'Controller B' })).toBeVisible();
  await expect(s.caption).toHaveText('Host X still asks for A1. Controller B answers.');
  await expect(aside).toContainText('fault domain');
  await s.open('?do=3s:server.power-loss:A&t=9s');
  await expect(aside.getByRole('heading', { name: 'Controller B' })).toBeVisible();
  s.expectClean();
});

test('the behaviour of a dialect runs the same story again', async ({ page }) => {
  const s = new Sandbox(page);
  await s.open('?scenario=top-3&do=5s:port.fail:A.p0&t=9s&words=svc');
  await expect(s.caption).toHaveText('A1 answers from the sibling port. No disk has moved.');
  await page.getByRole('button', { name: 'Run again with this behaviour' }).click();
  await expect(s.caption).toHaveText(/is dark and has no sibling/);
  await expect(page.getByText('The run behaves so.')).toBeVisible();
  expect(await s.number('playhead')).toBe(9_000_000);
  s.expectClean();
});

test('unknown words in a link are told, and plain words spoken', async ({ page }) => {
  const s = new Sandbox(page);
  await s.open('?words=klingon');
  await expect(page.getByRole('alert')).toContainText('There are no such words.');
});
