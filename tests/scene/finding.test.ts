import { expect, test } from 'vitest';
import { findings, matching } from '../../src/scene/finding.ts';
import { story } from '../story.ts';

test('a name is found where it answers now, by its short name and by its World Wide Name', () => {
  const s = story('top-1').until(5);
  const find = (typed: string) => matching(findings(s.sim.world), typed);
  expect(find('a1')[0]).toMatchObject({
    title: 'A1',
    where: 'at A 1/P, at home, FC address 010101',
  });
  s.do('server.power-loss', 'A').until(10);
  expect(find('A1')[0]).toMatchObject({ title: 'A1', where: 'nowhere now' });
  s.until(40);
  const [found] = find('50:0a:09:81:86:57:d5:a0');
  expect(found).toMatchObject({ title: 'A1', where: 'at B 1/S1, FC address 010202' });
  expect(found!.thing).toEqual({ table: 'vport', row: s.row('B.p0.S1') });
});

test('things are found by label and by id, and what is nowhere is not found', () => {
  const all = findings(story('top-1').until(1).sim.world);
  expect(matching(all, 'server b').map(({ also }) => also)).toEqual(['B']);
  expect(matching(all, 'LUN 1')[0]?.where).toBe('home B');
  expect(
    matching(all, 'b')
      .slice(0, 2)
      .map(({ title }) => title),
  ).toEqual(['B1', 'B2']);
  expect(matching(all, 'no such')).toEqual([]);
  expect(matching(all, '')).toEqual(all);
});
