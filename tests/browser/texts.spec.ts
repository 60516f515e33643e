import { expect, test } from '@playwright/test';
import { Sandbox } from './Sandbox.ts';
import { unreadable } from './texts.ts';

const windows = {
  desktop: [1440, 900],
  laptop: [1366, 768],
  low: [1280, 720],
  tablet: [1024, 768],
  small: [720, 900],
  phone: [390, 844],
} as const;

/** Moments at which much is written on the drawing, and what is done before them. */
const moments = {
  'at rest': '?t=9.2',
  silence: '?do=12s:server.hang:A&t=13.2',
  fence: '?do=12s:server.power-loss:A&t=13.8',
  replay: '?do=12s:server.power-loss:A&t=14.2',
  'names in flight': '?do=12s:server.power-loss:A&t=14.97',
  'log in': '?do=12s:server.power-loss:A&t=15.25',
  'in takeover': '?do=12s:server.power-loss:A&t=19',
  'giving back': '?do=3s:server.power-loss:A,12s:server.repair:A,16s:giveback.start:A&t=16.9',
  'a port has moved': '?scenario=top-3&do=8s:port.fail:A.p0&t=9.2',
  'a cable is cut': '?do=5s:cable.cut:A.p0.cable&t=9',
  'one fabric, no multipath': '?scenario=top-2&do=5s:server.panic:A&t=9',
  'four ports a server': '?scenario=mode-standby-port&do=5s:port.fail:A.p0&t=9',
  'four names a fabric': '?scenario=mode-sibling-then-partner&do=5s:server.hang:A&t=9',
  'interconnect cut': '?scenario=top-1&do=5s:interconnect.cut:interconnect.A-B&t=12',
} as const;

for (const [window, [width, height]] of Object.entries(windows)) {
  // Colours move no text: a few moments in one window show that the dark page has the same.
  for (const theme of window === 'desktop' ? (['light', 'dark'] as const) : (['light'] as const)) {
    const shown = Object.entries(moments).slice(theme === 'dark' ? -3 : 0);
    test(`${window} in ${theme}: every text can be read at ${shown.length} moments`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: theme });
      const s = new Sandbox(page);
      const faults: string[] = [];
      for (const [moment, query] of shown) {
        await s.open(query);
        await expect(page.getByRole('slider', { name: 'Moment of the run' })).toBeVisible();
        faults.push(...(await unreadable(page)).map((fault) => `${moment}: ${fault}`));
        const hidden = await page.evaluate(() => {
          const drawing = document.querySelector('main svg[role="group"]')!.getBoundingClientRect();
          return drawing.bottom - document.querySelector('main')!.getBoundingClientRect().bottom;
        });
        if (hidden > 1)
          faults.push(`${moment}: ${hidden.toFixed(0)} px of the drawing below the fold`);
      }
      expect(faults).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      );
      s.expectClean();
    });
  }
}

test('embedded: every text can be read at every moment', async ({ page }) => {
  await page.setViewportSize({ width: 720, height: 420 });
  const faults: string[] = [];
  const s = new Sandbox(page);
  for (const [moment, query] of Object.entries(moments)) {
    await s.open(`embed/${query}`);
    faults.push(...(await unreadable(page)).map((fault) => `${moment}: ${fault}`));
  }
  expect(faults).toEqual([]);
});

test('the check sees texts on each other, texts cut off and texts under marks', async ({
  page,
}) => {
  await page.setContent(`
    <div style="position:absolute;left:10px;top:10px">one text</div>
    <div style="position:absolute;left:30px;top:12px">another</div>
    <div style="position:absolute;left:10px;top:90px;width:30px;overflow:hidden;white-space:nowrap">
      <span>much too long for this</span>
    </div>
    <i data-mark style="--scale:1;position:absolute;left:200px;top:10px;width:32px;height:32px"></i>
    <div style="position:absolute;left:205px;top:18px">marked</div>`);
  const faults = await unreadable(page);
  expect(faults).toContain('on each other: one text / another');
  expect(faults).toContain('cut off: much too long for this (SPAN)');
  expect(faults).toContain('under a break mark: marked');
});
