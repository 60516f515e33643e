import type { Settings } from '../model/plan.ts';
import { settings } from './settings.ts';
import type { Setting } from './settings.ts';

export type SettingKey = Exclude<keyof Settings, 'seed'>;

export interface SettingEntry {
  readonly key: SettingKey;
  readonly setting: Setting;
}

/** The parts of a scenario that settings stand in, and what stands above each. */
const titles: Readonly<Record<Setting['part'], string>> = {
  timers: 'Timers',
  policies: 'Policies',
  safeguards: 'Safeguards',
  workload: 'Workload',
};

const entries = Object.entries(settings).map(([key, setting]) => ({
  key: key as SettingKey,
  setting,
}));

/** Every setting, in the parts of a scenario file, each in the order of the registry. */
export const settingGroups: readonly {
  readonly title: string;
  readonly entries: readonly SettingEntry[];
}[] = Object.entries(titles).map(([part, title]) => ({
  title,
  entries: entries.filter(({ setting }) => setting.part === part),
}));

/** Whether every word of a search stands in what is said of a setting. */
export function isFound({ key, setting }: SettingEntry, search: string): boolean {
  const choices = setting.kind === 'choice' ? setting.choices.join(' ') : '';
  const said = `${key} ${setting.about} ${setting.source} ${choices}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}
