import type { Micros } from '../model/time.ts';

/** One timer or policy: what a scenario may say of it, and where its default comes from. */
export type Setting = {
  /** `timers`, `policies` or `workload`: the part of a scenario it stands in. */
  readonly part: 'timers' | 'policies' | 'safeguards' | 'workload';
  readonly about: string;
  /** Where the default comes from: a product document, a standard, or an assumption of ours. */
  readonly source: string;
} & (
  | {
      readonly kind: 'time';
      readonly value: Micros;
      readonly least: Micros;
      readonly most: Micros;
      readonly mayBeOff?: boolean;
    }
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly least: number;
      readonly most: number;
      readonly unit: string;
      readonly whole: boolean;
    }
  | { readonly kind: 'flag'; readonly value: boolean }
  | { readonly kind: 'choice'; readonly value: string; readonly choices: readonly string[] }
);

export const time = (
  value: Micros,
  most: Micros,
  about: string,
  source: string,
  least: Micros = 0,
): Setting => ({
  part: 'timers',
  kind: 'time',
  value,
  least,
  most,
  about,
  source,
});
export const mayBeOff = (setting: Setting): Setting => ({ ...setting, mayBeOff: true }) as Setting;
export const number = (
  part: Setting['part'],
  value: number,
  [least, most]: readonly [number, number],
  unit: string,
  about: string,
  source: string,
): Setting => ({
  part,
  kind: 'number',
  value,
  least,
  most,
  unit,
  whole: unit !== 'share',
  about,
  source,
});
export const flag = (value: boolean, about: string, source: string): Setting => ({
  part: 'policies',
  kind: 'flag',
  value,
  about,
  source,
});

export const ours = 'assumption of this model';

export const choice = (
  value: string,
  choices: readonly string[],
  about: string,
  source: string,
): Setting => ({ part: 'policies', kind: 'choice', value, choices, about, source });
