import { settings } from '../content/settings.ts';
import type { Fact } from '../model/fact.ts';
import type { KindName } from '../model/kinds.ts';
import type { Plan } from '../model/plan.ts';
import type { World } from '../model/world.ts';
import type { Told } from './told.ts';

export type SettingName = keyof typeof settings;

type Said<T> = T | ((w: World, fact: Fact) => T);

/** The rule by which a kind of fact follows, and where that rule is from. */
export interface Rule {
  /** One sentence, without the values of settings. */
  readonly says: Said<string>;
  /** Claims, standards and product documents; those of its settings come with these. */
  readonly sources?: Said<readonly string[]>;
  /** The settings that it reads; their values are shown. */
  readonly settings?: Said<readonly SettingName[]>;
  /**
   * The fact that led to this one where `because` ends at, or follows, something that is no reason, such
   * as a beat of the pulse. A sequence number; -1 when there is none and the chain ends here.
   */
  readonly from?: (told: Told, fact: Fact) => number;
  /** A second fact that the rule looked at; -1 when there is none. */
  readonly also?: (told: Told, fact: Fact) => number;
}

export type Rules = Readonly<Partial<Record<KindName, Rule>>>;

/** A rule as it applied to one fact, for people. */
export interface RuleTold {
  readonly says: string;
  /** `missesAllowed 3, heartbeatInterval 500 ms`; empty when no setting is read. */
  readonly values: string;
  readonly source: string;
  /** What was published of the source, or else the values: short, for where a chain is overlooked. */
  readonly brief: string;
}

const ours = 'assumption of this model';

const said = <T>(told: Said<T>, w: World, fact: Fact): T =>
  typeof told === 'function' ? (told as (w: World, fact: Fact) => T)(w, fact) : told;

/** A time for people: `0.5 ms`, `500 ms`, `1.5 s`. */
export const span = (micros: number): string =>
  micros < 1_000_000
    ? `${Number((micros / 1_000).toFixed(3))} ms`
    : `${Number((micros / 1_000_000).toFixed(3))} s`;

/** A setting with its value, and its default where a scenario changed it. */
export function valueOf(plan: Plan, name: SettingName): string {
  const setting = settings[name];
  const shown = (value: unknown): string =>
    setting.kind === 'time' && typeof value === 'number'
      ? span(value)
      : typeof value === 'boolean'
        ? value
          ? 'on'
          : 'off'
        : String(value);
  const value = plan.settings[name];
  const usual = value === setting.value ? '' : ` (default ${shown(setting.value)})`;
  return `${name} ${shown(value)}${usual}`;
}

/** The sources of a rule and its settings, each once, assumptions of ours last. */
function allSources(own: readonly string[], names: readonly SettingName[]): readonly string[] {
  const listed = [...own, ...names.map((name) => settings[name].source)];
  const all = [...new Set(listed.flatMap((each) => each.split('; ')))].filter(Boolean);
  return [...all.filter((each) => each !== ours), ...all.filter((each) => each === ours)];
}

/** The same as one text. */
export const sourcesOf = (own: readonly string[], names: readonly SettingName[]): string =>
  allSources(own, names).join('; ');

/** A rule in words, as it applied to a fact. */
export function tellRule(rule: Rule, w: World, fact: Fact): RuleTold {
  const names = said(rule.settings ?? [], w, fact);
  const sources = allSources(said(rule.sources ?? [], w, fact), names);
  const values = names.map((name) => valueOf(w.plan, name)).join(', ');
  const published = sources.filter((each) => each !== ours).join('; ');
  return {
    says: said(rule.says, w, fact),
    values,
    source: sources.join('; '),
    brief: published || `${values}: ${ours}`,
  };
}
