import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { unpacked } from '../golden/keptPictures.ts';
import { unreadable } from './texts.ts';

/**
 * What only a browser knows of the pictures that `tests/golden/gallery.json` holds: that something is
 * painted, that all texts can be read, and how each kind of mark is painted.
 */
const golden = (name: string): string =>
  fileURLToPath(new URL(`../golden/${name}`, import.meta.url));

/**
 * Places in the gallery of pictures that have nothing new for a browser: each text and each kind of
 * mark stands in a picture before them.
 */
function familiar(): number[] {
  const told = new Set<string>();
  return unpacked(readFileSync(golden('gallery.json'), 'utf8')).flatMap(({ lines }, i) => {
    const before = told.size;
    for (const mark of lines.filter((line) => !line.startsWith('caption'))) {
      told.add(mark.split(' ')[1]!);
      // Numbers count on, and what they count lies where it lay.
      if (mark.endsWith('"')) told.add(mark.slice(mark.indexOf('"')).replaceAll(/\d+/g, '0'));
    }
    return told.size > before ? [] : [i];
  });
}

/** The gallery without those, and nothing lying over it. */
async function open(page: Page, theme: string): Promise<void> {
  await page.goto(`./gallery/?theme=${theme}`);
  // What the search for covered texts asks of a drawing is said once: all would be painted anew each time.
  await page.addStyleTag({
    content: `header { position: static !important }
      svg * { pointer-events: visiblePainted !important }`,
  });
  await page.evaluate((places) => {
    // Nothing in a picture can be pressed, and then nothing is found to lie above its texts.
    for (const picture of document.querySelectorAll('[inert]')) picture.removeAttribute('inert');
    const moments = [...document.querySelectorAll('li')];
    for (const place of places) moments[place]!.hidden = true;
    for (const article of document.querySelectorAll('article'))
      article.hidden = article.querySelector('li:not([hidden])') === null;
  }, familiar());
}

/** Goes down the page, a screen at a time, and looks when all pictures in view are drawn. */
async function down(page: Page, look: () => Promise<void>): Promise<void> {
  const height = page.viewportSize()!.height;
  const end = await page.evaluate(() => document.documentElement.scrollHeight);
  // The highest picture is seen as a whole in some screen.
  for (let y = 0; y < end; y += height - 600) {
    await page.evaluate((top) => scrollTo({ top }), y);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.picture')].every((picture) => {
        const { top, bottom, height } = picture.getBoundingClientRect();
        return (
          height === 0 || bottom < 0 || top > innerHeight || picture.querySelector('svg') !== null
        );
      }),
    );
    await look();
  }
}

/** How much of a screenshot is not of the colour of its first pixel, 0 to 1. */
const painted = (page: Page, shot: Buffer): Promise<number> =>
  page.evaluate(async (png) => {
    const file = await fetch(`data:image/png;base64,${png}`);
    const image = await createImageBitmap(await file.blob());
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const pixels = new Uint32Array(data.buffer);
    return pixels.filter((pixel) => pixel !== pixels[0]).length / pixels.length;
  }, shot.toString('base64'));

/**
 * How each kind of mark in view is painted: element and classes, then what they come to. Kinds that
 * were `told` before are passed over, and the others are added to them.
 */
async function paints(page: Page, told: Set<string>): Promise<string[]> {
  const found = await page.evaluate(
    (known) => {
      const namesOf = ({ classList }: Element): string => {
        const names = [...classList];
        // The last one ties an element to the styles of its component.
        if (/^s[0-9a-z]{3,4}$/.test(names.at(-1) ?? '')) names.pop();
        return names.map((name) => `.${name}`).join('');
      };
      const kinds = new Map<string, Element>();
      const inView = [...document.querySelectorAll('.picture')].filter((picture) => {
        const { top, bottom } = picture.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      });
      for (const picture of inView) {
        for (const mark of picture.querySelectorAll('svg :is(path, rect, circle, text, use)')) {
          const around = mark.parentElement?.closest('[class]');
          const within = around?.tagName === 'g' ? `g${namesOf(around)} ` : '';
          const kind = `${within}${mark.tagName}${namesOf(mark)}`;
          if (!known.includes(kind) && !kinds.has(kind)) kinds.set(kind, mark);
        }
      }
      return [...kinds].map(([kind, mark]) => {
        const style = getComputedStyle(mark);
        const font = mark.tagName === 'text' ? ` font ${style.fontSize} ${style.fontWeight}` : '';
        const faint = style.fillOpacity === '1' ? '' : ` at ${style.fillOpacity}`;
        const paint = `fill ${style.fill}${faint} stroke ${style.stroke} ${style.strokeWidth} dashes ${style.strokeDasharray} opacity ${style.opacity}${font}`;
        return [kind, `${kind}: ${paint}`] as const;
      });
    },
    [...told],
  );
  for (const [kind] of found) told.add(kind);
  return found.map(([, paint]) => paint);
}

for (const theme of ['light', 'dark'] as const) {
  const readToo = theme === 'light' ? ', and all texts can be read' : '';
  test(`in ${theme} every kind of mark is painted as it was${readToo}`, async ({ page }) => {
    // It looks at a hundred pictures.
    test.slow();
    await page.setViewportSize({ width: 1440, height: 1800 });
    await open(page, theme);
    const told = new Set<string>();
    const now: string[] = [];
    const faults = new Set<string>();
    await down(page, async () => {
      now.push(...(await paints(page, told)));
      if (!readToo) return;
      for (const fault of await unreadable(page)) faults.add(`${fault}, in ${await inView(page)}`);
    });
    expect([...faults]).toEqual([]);
    const file = golden(`paints-${theme}.json`);
    now.sort();
    if (process.env['UPDATE_GOLDEN'] || !existsSync(file))
      writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`);
    expect(now).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  });
}

/** The scenarios in view. */
const inView = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [...document.querySelectorAll('article')]
      .filter((each) => {
        const { top, bottom } = each.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      })
      .map(({ dataset }) => dataset['scenario'])
      .join(' or '),
  );

test('no section of the gallery is blank', async ({ page }) => {
  await page.goto('./gallery/');
  for (const section of await page.locator('section').all()) {
    const picture = section.locator('.picture').last();
    await picture.scrollIntoViewIfNeeded();
    await expect(picture.locator('svg').first()).toBeVisible();
    const share = await painted(page, await picture.screenshot());
    expect(share, await section.locator('h2').innerText()).toBeGreaterThan(0.1);
  }
});
