import { expect, test } from 'vitest';
import { flagLabels } from '../../src/scene/flagLabels.ts';

const flag = (x: number, text: string, mine = true) => ({ x, text, mine });

test('a label stands to the right of its flag where there is room', () => {
  expect(flagLabels([flag(300, 'Power loss, A'), flag(600, 'Repair, A')], 100, 900)).toEqual([
    'right',
    'right',
  ]);
});

test('what a person did steps to the left rather than vanish behind what the system noticed', () => {
  const both = [flag(300, 'Kill port, A.p0'), flag(306, 'port failure noticed', false)];
  expect(flagLabels(both, 100, 900)).toEqual(['left', 'right']);
});

test('without room on either side a label is left to its flag, and none leaves the axis', () => {
  expect(flagLabels([flag(110, 'Power loss, A'), flag(115, 'Cut, B')], 100, 900)).toEqual([
    'none',
    'right',
  ]);
  expect(flagLabels([flag(880, 'Power loss, A')], 100, 900)).toEqual(['left']);
});

test('of two flags at one place both are said, what a person did to the right', () => {
  const both = [flag(300, 'B declares A failed', false), flag(300, 'Cut, A-B')];
  expect(flagLabels(both, 100, 900)).toEqual(['left', 'right']);
});
