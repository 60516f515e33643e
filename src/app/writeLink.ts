import type { Action } from '../kernel/run.ts';
import type { Micros } from '../model/time.ts';
import { dialectNow } from './words.svelte.ts';

/** The query that opens a scenario with these actions at this moment. */
export function queryFor(scenario: string, actions: readonly Action[], at: Micros | null): string {
  const query = [`scenario=${encodeURIComponent(scenario)}`];
  for (const action of actions) {
    query.push(
      `do=${action.at / 1_000_000}s:${action.command}:${encodeURIComponent(action.thing)}`,
    );
  }
  const words = dialectNow();
  if (words) query.push(`words=${words.id}`);
  if (at !== null) query.push(`t=${(at / 1_000_000).toFixed(3)}s`);
  return `?${query.join('&')}`;
}
