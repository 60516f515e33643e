import { entered } from '../../content/settingValue.ts';
import type { SettingEntry, SettingKey } from '../../content/settingList.ts';
import { settingText } from '../../content/settingText.ts';
import { inUnit } from '../../content/timeText.ts';
import type { Settings } from '../../model/plan.ts';

type By<T> = Readonly<Partial<Record<SettingKey, T>>>;

/** Settings as a person is changing them; the run goes on under those that it began with. */
export class Draft {
  private values: By<unknown> = $state.raw({});
  /** What was entered and not taken, as it was typed, and why. */
  private refused: By<{ readonly text: string; readonly why: string }> = $state.raw({});
  private readonly now: Settings;
  private readonly own: Settings;

  /**
   * @param now the settings of the run
   * @param own those of its scenario
   */
  constructor(now: Settings, own: Settings) {
    this.now = now;
    this.own = own;
  }

  value(key: SettingKey): unknown {
    return key in this.values ? this.values[key] : this.now[key];
  }

  /** It is not what the scenario says. */
  differs(key: SettingKey): boolean {
    return this.value(key) !== this.own[key];
  }

  /** How many are not what the run has. */
  get changes(): number {
    const keys = Object.keys(this.values) as SettingKey[];
    return keys.filter((key) => this.values[key] !== this.now[key]).length;
  }

  /** How many fields hold something that is not taken. */
  get mistakes(): number {
    return Object.keys(this.refused).length;
  }

  /** All settings as they would be. */
  get settings(): Settings {
    return { ...this.now, ...this.values } as Settings;
  }

  /** What stands in the field of a length of time or a number, and in which unit. */
  field({ key, setting }: SettingEntry): { readonly text: string; readonly unit: string } {
    const value = this.value(key);
    const isTime = setting.kind === 'time' && typeof value === 'number';
    const { count, unit } = isTime ? inUnit(value) : { count: value, unit: '' };
    const said = setting.kind === 'number' && setting.unit !== 'share' ? setting.unit : unit;
    return { text: this.refused[key]?.text ?? String(count), unit: said };
  }

  /** Why what was typed is not taken; null when all is well. */
  why(key: SettingKey): string | null {
    return this.refused[key]?.why ?? null;
  }

  set(key: SettingKey, value: unknown): void {
    this.values = { ...this.values, [key]: value };
    const { [key]: _gone, ...others } = this.refused;
    this.refused = others;
  }

  /** Back to what the scenario says. */
  reset(key: SettingKey): void {
    this.set(key, this.own[key]);
  }

  resetAll(): void {
    this.values = { ...this.own };
    this.refused = {};
  }

  /** Takes what a person typed, or says why not and leaves the value as it is. */
  type({ key, setting }: SettingEntry, text: string): void {
    const { unit } = this.field({ key, setting });
    const read = entered(key, setting, text, unit || 's');
    if (read.ok) {
      this.set(key, read.value);
      return;
    }
    const { what, hint } = read.problem;
    const stays = `It stays at ${settingText(setting, this.value(key))}.`;
    const why = `${text.trim() === '' ? 'Nothing' : `“${text.slice(0, 30)}”`} is not taken. ${what} ${hint} ${stays}`;
    this.refused = { ...this.refused, [key]: { text, why } };
  }
}
