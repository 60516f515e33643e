import type { Action } from '../model/action.ts';
import type { Micros } from '../model/time.ts';
import { dialectNow } from './words.svelte.ts';

/** The query that opens a scenario with these actions at this moment. */
export function queryFor(scenario: string, actions: readonly Action[], at: Micros | null): string {
  const query = [`scenario=${encodeURIComponent(scenario)}`];
  for (const { at, command, thing, when } of actions) {
    const parts = [`${at / 1_000_000}s`, command, thing, ...(when ? [when.kind, when.thing] : [])];
    query.push(`do=${parts.map(encodeURIComponent).join(':')}`);
  }
  const words = dialectNow();
  if (words) query.push(`words=${words.id}`);
  if (at !== null) query.push(`t=${(at / 1_000_000).toFixed(3)}s`);
  return `?${query.join('&')}`;
}
