import type { Dialect } from '../dialects/index.ts';
import { recall, remember } from './storage.ts';

const key = 'words';
const asItIs = (text: string): string => text;

let dialect: Dialect | null = $state.raw(null);
let sayNow: (text: string) => string = $state.raw(asItIs);

/** Says a text in the words in use. */
export const say = (text: string): string => sayNow(text);

/** The dialect in use; null for plain words. */
export const dialectNow = (): Dialect | null => dialect;

/** Uses the words of a dialect; an id that is unknown means plain words. */
export async function useWords(id: string): Promise<void> {
  const { dialectNamed, sayer } = await import('../dialects/index.ts');
  dialect = id === 'plain' ? null : dialectNamed(id);
  sayNow = dialect ? sayer(dialect) : asItIs;
}

/** Uses the words of a dialect, now and at later visits. */
export async function chooseWords(id: string): Promise<void> {
  remember(key, id);
  await useWords(id);
}

/** Uses the words that were chosen at an earlier visit. */
export async function recallWords(): Promise<void> {
  const id = recall(key) ?? 'plain';
  if (id !== 'plain') await useWords(id);
}
