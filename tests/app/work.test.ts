import fc from 'fast-check';
import { expect, test } from 'vitest';
import { workOf, workText } from '../../src/app/work.ts';
import type { Work } from '../../src/app/work.ts';
import { fromGallery } from '../../src/content/gallery.ts';
import { seconds } from '../../src/model/time.ts';

const loss = { at: seconds(5), command: 'server.power-loss', thing: 'A' };
const scenario = fromGallery('top-1')!;
const work: Work = {
  scenario: { ...scenario, settings: { ...scenario.settings, missesAllowed: 5 } },
  branches: [
    { id: 0, parent: null, name: undefined, actions: [loss] },
    {
      id: 3,
      parent: 0,
      name: 'Repaired',
      actions: [loss, { ...loss, at: seconds(9), command: 'server.repair' }],
    },
  ],
  current: 3,
  at: 12_345_678,
};

test('work comes back as it was kept', () => {
  expect(workOf(workText(work))).toEqual(work);
});

test('text that was cut, spoilt or made up is no work, and never a crash', () => {
  const text = workText(work);
  for (const bad of [
    '',
    'null',
    '5',
    '[]',
    '{}',
    text.slice(0, -5),
    `${' '.repeat(1_000_001)}${text}`,
  ])
    expect(workOf(bad)).toBeNull();
  const value = JSON.parse(text) as Record<string, unknown>;
  const instead = fc.oneof(fc.jsonValue(), fc.constantFrom(null, -1, 1e9, '__proto__'));
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(value)), instead, (key, other) => {
      const spoilt = workOf(JSON.stringify({ ...value, [key]: other }));
      if (spoilt === null) return;
      // What is still taken is whole: the branch in view is there, and the moment is one.
      expect(spoilt.branches.some(({ id }) => id === spoilt.current)).toBe(true);
      expect(spoilt.at).toBeGreaterThanOrEqual(0);
    }),
  );
  const unknown = {
    ...value,
    branches: [{ id: 0, parent: null, script: [{ at: '1s', do: 'x', thing: 'A' }] }],
  };
  expect(workOf(JSON.stringify(unknown))).toBeNull();
});
