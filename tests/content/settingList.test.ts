import { expect, test } from 'vitest';
import { isFound, settingGroups } from '../../src/content/settingList.ts';
import { settings } from '../../src/content/settings.ts';

const all = settingGroups.flatMap(({ entries }) => entries);
const found = (search: string): readonly string[] =>
  all.filter((entry) => isFound(entry, search)).map(({ key }) => key);

test('every setting stands in one group', () => {
  expect(settingGroups.map(({ title }) => title)).toEqual([
    'Timers',
    'Policies',
    'Safeguards',
    'Workload',
  ]);
  expect(all.map(({ key }) => key).sort()).toEqual(Object.keys(settings).sort());
});

test('a search finds names, sentences, sources and choices, whatever the case', () => {
  expect(found('')).toHaveLength(all.length);
  expect(found('HEARTBEAT misses')).toContain('missesAllowed');
  expect(found('R_T_TOV')).toEqual(['linkLoss', 'implicitLogout']);
  expect(found('directio')).toEqual(['pathChecker']);
  expect(found('no such thing')).toEqual([]);
});
