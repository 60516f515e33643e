import { expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { order } from '../../src/commands/order.ts';

const mends = ['up', 'mend', 'giving-back', 'play', 'stop'];

test('what the first picture knows of the commands is what the registry says', () => {
  expect(order).toEqual(commands.map(({ table, glyph }) => [table, !mends.includes(glyph)]));
});
