import type { Micros } from '../model/time.ts';
import type { Setting } from './setting.ts';
import { inUnit } from './timeText.ts';

const spoken = (micros: Micros): string => {
  const { count, unit } = inUnit(micros);
  return `${count} ${unit === 'us' ? 'µs' : unit}`;
};

/** A value of a setting for people: `250 ms`, `15 heartbeats`, `0.7`, `on`, `off`, `by name`. */
export function settingText(setting: Setting, value: unknown): string {
  if (setting.kind === 'time') return typeof value === 'number' ? spoken(value) : String(value);
  if (setting.kind === 'flag') return value === true ? 'on' : 'off';
  if (setting.kind === 'number' && setting.unit !== 'share')
    return `${String(value)} ${setting.unit}`;
  return String(value);
}

/** What a setting may be: `100 ms to 5 s`, `0 to 1`; its choices; nothing for one that is on or off. */
export function rangeText(setting: Setting): string {
  if (setting.kind === 'flag') return '';
  if (setting.kind === 'choice') return setting.choices.join(', ');
  if (setting.kind === 'number') return `${setting.least} to ${setting.most}`;
  return `${spoken(setting.least)} to ${spoken(setting.most)}${setting.mayBeOff ? ', or off' : ''}`;
}
