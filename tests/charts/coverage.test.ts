import { expect, test } from 'vitest';
import { goldenStories, tellGolden } from '../golden/stories.ts';
import { rareTurns } from '../stories/rareTurns.ts';
import { story } from '../story.ts';
import { Coverage } from './coverage.ts';

test('every transition of every chart is taken in some story', () => {
  const coverage = new Coverage();
  const { visited } = coverage;
  for (const golden of goldenStories) tellGolden(golden, { visited });
  for (const tellOf of Object.values(rareTurns))
    tellOf((scenario, settings) => story(scenario, settings, { visited }));
  console.log(`taken by stories: ${coverage.summary}`);
  expect(coverage.missing).toEqual([]);
});
