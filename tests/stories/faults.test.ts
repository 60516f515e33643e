import { expect, test } from 'vitest';
import { faults } from '../../src/content/faults/index.ts';
import type { Step } from '../../src/content/faults/fault.ts';
import { seconds } from '../../src/model/time.ts';
import { story } from '../story.ts';
import { tellFault } from './tellFault.ts';

const about = ([, ...operands]: Step): (string | number | undefined)[] =>
  operands.map((each) => each ?? undefined);

for (const fault of faults) {
  test(`${fault.id}: ${fault.title}`, () => {
    const s = tellFault(fault, story);
    s.order(...fault.happens.map((step) => [step[0], ...about(step)] as const));
    const from = seconds(fault.script[0]![0]);
    for (const step of fault.never) {
      const found = s.all(step[0], ...about(step)).filter((fact) => fact.at >= from);
      expect(found, step.join(' ')).toEqual([]);
    }
    expect([...s.broken].sort()).toEqual([...(fault.breaks ?? [])].sort());
  });
}

test('no row of the catalogue gives safety up', () => {
  const given = faults.flatMap(({ breaks = [] }) => breaks);
  expect(given.filter((id) => !id.startsWith('L'))).toEqual([]);
});

test('the ids of the catalogue are its own and in order', () => {
  const ids = faults.map((fault) => fault.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
});
