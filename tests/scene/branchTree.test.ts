import { expect, test } from 'vitest';
import { branchRows } from '../../src/scene/branchTree.ts';

const act = (at: number, command: string) => ({ at, command, thing: 'A' });
const loss = act(5, 'server.power-loss');
const repair = act(9, 'server.repair');

test('branches stand below the ones they come from, and part where their stories do', () => {
  const rows = branchRows([
    { id: 0, parent: null, actions: [loss, repair] },
    { id: 1, parent: 0, actions: [loss, act(7, 'interconnect.cut')] },
    { id: 2, parent: 0, actions: [] },
    { id: 3, parent: 1, actions: [loss] },
  ]);
  expect(
    rows.map(({ branch, depth, from, partsAt, own }) => [
      branch.id,
      depth,
      from,
      partsAt,
      own.length,
    ]),
  ).toEqual([
    [0, 0, -1, 0, 2],
    [1, 1, 0, 7, 1],
    [3, 2, 1, 7, 0],
    [2, 1, 0, 5, 0],
  ]);
});

test('a branch whose origin was deleted begins anew', () => {
  const rows = branchRows([
    { id: 0, parent: null, actions: [] },
    { id: 4, parent: 3, actions: [loss] },
  ]);
  expect(rows.map(({ branch, from }) => [branch.id, from])).toEqual([
    [0, -1],
    [4, -1],
  ]);
});
