import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { drawScenarios } from '../../build/drawScenarios.ts';
import { fromGallery, menu } from '../../src/content/gallery.ts';
import { isInMenu } from '../../src/content/menuSearch.ts';
import { markWords, thumbnailPaths, thumbnailSize } from '../../src/scene/thumbnailMarks.ts';

const pictures = drawScenarios();
const kindsOf = (id: string): string[] =>
  thumbnailPaths(pictures[id]!.marks).map(({ kind }) => kind);

test('every scenario of the menu has a text, a moment within its run, and a picture', () => {
  expect(Object.keys(pictures)).toEqual(menu.map(({ id }) => id));
  for (const { id } of menu) {
    const { about, moment, marks } = pictures[id]!;
    expect(about.length, id).toBeGreaterThan(20);
    expect(moment, id).toBeGreaterThan(0);
    expect(moment, id).toBeLessThanOrEqual(fromGallery(id)!.until);
    expect(marks.length / markWords, id).toBeGreaterThan(10);
    expect(kindsOf(id), id).toEqual(expect.arrayContaining(['body', 'shelf']));
    expect(kindsOf(id).join(' '), id).toMatch(/(name|left) id\d.* disk id\d/);
    for (let i = 0; i < marks.length; i += markWords) {
      const [, x, y, w, h] = marks.slice(i, i + markWords) as [
        number,
        number,
        number,
        number,
        number,
      ];
      const box = { left: Math.min(x, x + w), right: Math.max(x, x + w), top: y, bottom: y + h };
      expect(box.left >= 0 && box.right <= thumbnailSize.w, `${id} mark ${i}`).toBe(true);
      expect(box.top >= 0 && box.bottom <= thumbnailSize.h && h >= 0, `${id} mark ${i}`).toBe(true);
    }
  }
});

test('pictures show what their stories lead to, and all of them are small', () => {
  // A server is gone, its name lives elsewhere, and its disks are the partner’s.
  expect(kindsOf('claim-1')).toEqual(expect.arrayContaining(['body dead', 'left id0', 'name id0']));
  expect(kindsOf('claim-1')).not.toContain('disk id0');
  // Only a port is gone.
  expect(kindsOf('mode-sibling')).toEqual(
    expect.arrayContaining(['port dead', 'left id0', 'name id0', 'disk id0']),
  );
  expect(kindsOf('mode-sibling')).not.toContain('body dead');
  // What was cut is cut in the picture, though it is mended later.
  expect(kindsOf('mode-node-only')).toContain('port dead');
  expect(kindsOf('fleet')).toEqual(expect.arrayContaining(['name id0', 'name id3']));
  expect(kindsOf('start')).not.toContain('body dead');
  expect(gzipSync(JSON.stringify(pictures), { level: 9 }).length).toBeLessThan(25_000);
});

test('the menu is searched by words in the title, the text, the group and the id', () => {
  const found = (search: string): string[] =>
    menu.filter((entry) => isInMenu(entry, pictures[entry.id]!.about, search)).map(({ id }) => id);
  expect(found('')).toHaveLength(menu.length);
  expect(found('  SIBLING  mode-')).toContain('mode-sibling');
  expect(found('topologies')).toEqual(['top-1', 'top-2', 'top-3', 'top-4', 'top-5']);
  expect(found('s1-broken')).toEqual(['s1-broken']);
  expect(found('no such word')).toEqual([]);
});
