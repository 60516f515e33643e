import { expect, test } from 'vitest';
import { faults } from '../../src/content/faults/index.ts';
import type { Step } from '../../src/content/faults/fault.ts';
import { seconds } from '../../src/model/time.ts';
import { tellFault } from './tellFault.ts';
import { plainly } from './turns.ts';

const about = ([, ...operands]: Step): (string | number | undefined)[] =>
  operands.map((each) => each ?? undefined);

for (const fault of faults) {
  test(`${fault.id}: ${fault.title}`, () => {
    const s = tellFault(fault, plainly);
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
  // A name server that is late (S16) and zones that show too little (Q5) cost paths, never data.
  const given = faults.flatMap(({ breaks = [] }) => breaks);
  expect(given.filter((id) => !/^L|^S16$|^Q5$/.test(id))).toEqual([]);
});

test('the ids of the catalogue are its own and in order', () => {
  const ids = faults.map((fault) => fault.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
});
