import { Reader } from './reader.ts';
import type { Problem } from './reader.ts';
import type { Setting } from './setting.ts';

/** The value of a setting as it stands in a scenario file; what is wrong with it goes to the reader. */
export function valueOf(read: Reader, setting: Setting, value: unknown, at: string): unknown {
  if (setting.kind === 'flag') return read.flag(value, at);
  if (setting.kind === 'choice') return read.choice(value, at, setting.choices);
  if (setting.kind === 'number') {
    return setting.whole
      ? read.whole(value, at, setting.least, setting.most)
      : read.number(value, at, setting.least, setting.most);
  }
  if (setting.mayBeOff && value === 'off') return 'off';
  return read.time(value, at, setting.least, setting.most);
}

export type Entered =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: Problem };

/**
 * What a person has entered for a setting, held against its range as a scenario file would be.
 * A length of time without a unit is in `unit`; a number is written with a point.
 */
export function entered(key: string, setting: Setting, text: string, unit: string): Entered {
  const read = new Reader();
  const value = valueOf(read, setting, written(setting, text.trim(), unit), key);
  const problem = read.problems[0];
  return problem ? { ok: false, problem } : { ok: true, value };
}

/** The text as a scenario file would have it: only what is a number counts as one. */
function written(setting: Setting, text: string, unit: string): unknown {
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  if (setting.kind === 'number') return isNumber ? Number(text) : text;
  if (setting.kind === 'time' && isNumber) return text + unit;
  return text.replace(/^([\d.]+)\s+(\w+)$/, '$1$2').replace(/µs$/, 'us');
}
