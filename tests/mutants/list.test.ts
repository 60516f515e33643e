import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mutants } from './list.mjs';

test('every mutant finds its place in the sources exactly once, and changes it', () => {
  expect(mutants.length).toBeGreaterThanOrEqual(20);
  for (const { says, file, find, put } of mutants) {
    const places = readFileSync(`src/${file}`, 'utf8').split(find).length - 1;
    expect({ says, places }).toEqual({ says, places: 1 });
    expect(put).not.toBe(find);
  }
});
