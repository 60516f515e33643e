import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { drawGallery } from '../../build/drawGallery.ts';
import { fromGallery, menu } from '../../src/content/gallery.ts';
import Picture from '../../src/gallery/Picture.svelte';
import { isWide } from '../../src/gallery/size.ts';
import { worldsOf } from '../../src/gallery/worlds.ts';
import { clock } from '../../src/model/time.ts';
import { captionOf } from '../../src/scene/captions.ts';
import { difference, packed, unpacked } from './keptPictures.ts';
import type { Drawn } from './keptPictures.ts';
import { pictureLines } from './pictureLines.ts';

/**
 * Every picture of the gallery, as lines of text: the drawing that the sandbox draws too, rendered
 * without a browser. `npm run golden` writes them anew; the difference is then read in review.
 */
const file = fileURLToPath(new URL('./gallery.json', import.meta.url));

const told = drawGallery();
const drawn: Drawn[] = told.flatMap(({ entry, kept }) => {
  const width = isWide(entry.servers, entry.ports) ? 1280 : 640;
  return worldsOf(kept).map((world, i) => {
    const { at, turn, caption } = entry.moments[i]!;
    const { body } = render(Picture, { props: { world, at, width } });
    return {
      scenario: entry.id,
      moment: `${clock(at)} s, ${turn}`,
      lines: [`caption "${caption}"`, ...pictureLines(body)],
    };
  });
});

test('every picture of the gallery is as it was', () => {
  if (process.env['UPDATE_GOLDEN'] || !existsSync(file)) writeFileSync(file, packed(drawn));
  const kept = unpacked(readFileSync(file, 'utf8'));
  expect(difference(kept, drawn)).toEqual([]);
});

test('every scenario of the menu is told in two to five moments of its run', () => {
  expect(told.map(({ entry }) => entry.id)).toEqual(menu.map(({ id }) => id));
  for (const { entry, kept } of told) {
    const { id, moments } = entry;
    const times = moments.map(({ at }) => at);
    expect(times.length, id).toBeGreaterThanOrEqual(2);
    expect(times.length, id).toBeLessThanOrEqual(5);
    expect(
      [...new Set(times)].sort((a, b) => a - b),
      id,
    ).toEqual(times);
    expect(times[0], id).toBe(0);
    expect(times.at(-1), id).toBeLessThanOrEqual(fromGallery(id)!.until);
    const [first] = fromGallery(id)!.script.map(({ at }) => at);
    if (first !== undefined) expect(times, id).toContain(first);
    // What the page makes of the parts that are shipped is the world that was told.
    expect(worldsOf(kept).map(captionOf), id).toEqual(moments.map(({ caption }) => caption));
  }
});
