import { expect, test } from 'vitest';
import { faults } from '../../src/content/faults/index.ts';
import { goldenStories, tellGolden } from '../golden/stories.ts';
import { rareTurns } from '../stories/rareTurns.ts';
import { tellFault } from '../stories/tellFault.ts';
import type { Teller } from '../stories/turns.ts';
import { story } from '../story.ts';
import { Coverage } from './coverage.ts';

test('every transition of every chart is taken in some story', () => {
  const coverage = new Coverage();
  const { visited } = coverage;
  for (const golden of goldenStories) tellGolden(golden, { visited });
  const watched: Teller = (scenario, settings) => story(scenario, settings, { visited });
  for (const fault of faults) tellFault(fault, watched);
  for (const tellOf of Object.values(rareTurns)) tellOf(watched);
  console.log(`taken by stories: ${coverage.summary}`);
  expect(coverage.missing).toEqual([]);
});
