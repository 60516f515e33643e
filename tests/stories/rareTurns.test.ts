import { expect, test } from 'vitest';
import { story } from '../story.ts';
import type { Teller } from './turns.ts';
import { rareTurns } from './rareTurns.ts';

for (const [sentence, tellOf] of Object.entries(rareTurns)) {
  test(sentence, () => {
    const told: ReturnType<Teller>[] = [];
    tellOf((scenario, settings) => {
      const s = story(scenario, settings);
      told.push(s);
      return s;
    });
    expect(told.flatMap((s) => s.broken)).toEqual([]);
  });
}
