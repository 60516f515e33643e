import { timeOf } from '../model/time.ts';
import type { Micros } from '../model/time.ts';

/** A mistake of the person, with its place in the file, its reason and what to try. */
export interface Problem {
  readonly where: string;
  readonly what: string;
  readonly hint: string;
}

/** Reads unknown values and collects every problem, so that none hides another. */
export class Reader {
  readonly problems: Problem[] = [];

  problem(where: string, what: string, hint: string): void {
    if (!this.isFull) this.problems.push({ where: where || '/', what, hint });
  }

  /** Nothing is wrong so far. */
  get isGood(): boolean {
    return this.problems.length === 0;
  }

  /** A file full of mistakes is answered with the first hundred; nobody need look for more. */
  private get isFull(): boolean {
    return this.problems.length >= 100;
  }

  /** @param keys the keys that are known; null when the caller looks at them itself */
  object(
    value: unknown,
    at: string,
    keys: readonly string[] | null,
  ): Readonly<Record<string, unknown>> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      const what = keys ? ` with ${keys.slice(0, 3).join(', ')}` : '';
      this.problem(at, 'An object is needed here.', `Write { … }${what}.`);
      return {};
    }
    for (const key of Object.keys(value)) {
      if (!keys || this.isFull) break;
      if (!keys.includes(key)) {
        const near = nearest(key, keys);
        this.problem(
          `${at}/${key.slice(0, 60)}`,
          'Nothing is known under this name.',
          near ? `Did you mean ${near}?` : `Known are ${keys.join(', ')}.`,
        );
      }
    }
    return value as Readonly<Record<string, unknown>>;
  }

  /** Keys and values of an object whose keys are ids: at least one, at most `most`. */
  entries(value: unknown, at: string, most: number): readonly (readonly [string, unknown])[] {
    const entries = Object.entries(this.object(value, at, null));
    if (entries.length >= 1 && entries.length <= most) return entries;
    if (typeof value === 'object' && value !== null)
      this.problem(at, `Between 1 and ${most} entries are needed here.`, 'Write { "id": value }.');
    return [];
  }

  list(value: unknown, at: string, most: number): readonly unknown[] {
    if (!Array.isArray(value)) {
      this.problem(at, 'A list is needed here.', 'Write [ … ].');
      return [];
    }
    if (value.length > most) {
      this.problem(at, `At most ${most} entries are taken.`, 'Leave some out.');
      return [];
    }
    return value;
  }

  text(value: unknown, at: string, most: number, otherwise = ''): string {
    if (typeof value !== 'string' || value.length === 0 || value.length > most) {
      this.problem(
        at,
        `A text of 1 to ${most} characters is needed here.`,
        'Write it in double quotes.',
      );
      return otherwise;
    }
    return value;
  }

  texts(value: unknown, at: string, count: number, most: number): readonly string[] {
    return this.list(value, at, count).map((entry, i) => this.text(entry, `${at}/${i}`, most));
  }

  number(value: unknown, at: string, least: number, most: number): number {
    if (typeof value !== 'number' || !Number.isFinite(value) || value < least || value > most) {
      this.problem(
        at,
        `A number from ${least} to ${most} is needed here.`,
        'Write it without quotes.',
      );
      return least;
    }
    return value;
  }

  whole(value: unknown, at: string, least: number, most: number): number {
    if (!Number.isInteger(value) || (value as number) < least || (value as number) > most) {
      this.problem(
        at,
        `A whole number from ${least} to ${most} is needed here.`,
        'Write it without quotes and without a fraction.',
      );
      return least;
    }
    return value as number;
  }

  wholes(
    value: unknown,
    at: string,
    count: number,
    least: number,
    most: number,
  ): readonly number[] {
    const list = this.list(value, at, count);
    if (Array.isArray(value) && list.length === 0)
      this.problem(at, 'At least one entry is needed.', 'For example [1, 2].');
    return list.map((entry, i) => this.whole(entry, `${at}/${i}`, least, most));
  }

  flag(value: unknown, at: string): boolean {
    if (typeof value !== 'boolean')
      this.problem(at, 'true or false is needed here.', 'Write it without quotes.');
    return value === true;
  }

  choice(value: unknown, at: string, choices: readonly string[]): string {
    if (typeof value !== 'string' || !choices.includes(value)) {
      this.problem(
        at,
        `One of ${choices.join(', ')} is needed here.`,
        `For example "${choices[0]}".`,
      );
      return choices[0]!;
    }
    return value;
  }

  /** A length of simulated time, in microseconds. */
  time(value: unknown, at: string, least: Micros, most: Micros): Micros {
    const micros = timeOf(value);
    if (micros === null) {
      this.problem(
        at,
        'A time is needed here.',
        'Write "12s", "250ms", "5us" or a number of seconds.',
      );
      return least;
    }
    if (micros < least || micros > most) {
      this.problem(
        at,
        `It must lie between ${least / 1e6} s and ${most / 1e6} s.`,
        'Choose a time in that range.',
      );
      return least;
    }
    return micros;
  }
}

/** The known word with the fewest changed letters, if few enough. */
export function nearest(word: string, known: readonly string[]): string | null {
  let best: string | null = null;
  // Half of a short word is another word.
  let fewest = Math.min(4, Math.max(2, Math.ceil(word.length / 2)));
  for (const each of known) {
    const changes = distance(word.slice(0, 40).toLowerCase(), each.toLowerCase());
    if (changes < fewest) {
      fewest = changes;
      best = each;
    }
  }
  return best;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + change));
    }
    row = next;
  }
  return row[b.length]!;
}
