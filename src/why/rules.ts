import { properties } from '../properties/index.ts';
import type { KindName } from '../model/kinds.ts';
import { diskRules } from './diskRules.ts';
import { hostRules } from './hostRules.ts';
import { portRules } from './portRules.ts';
import type { Rule, Rules } from './rule.ts';
import { serverRules } from './serverRules.ts';
import { slotRules } from './slotRules.ts';
import { takeoverRules } from './takeoverRules.ts';

/** The rule of every kind of fact that has one. What a person did, and what it does at once, has none. */
export const rules: Rules = {
  ...serverRules,
  ...takeoverRules,
  ...diskRules,
  ...slotRules,
  ...portRules,
  ...hostRules,
  'invariant.broken': {
    says: (_w, { a }) => properties[a - 1]?.sentence ?? '',
    sources: (_w, { a }) => [properties[a - 1]?.source ?? ''],
  },
};

export const ruleOf = (kind: KindName): Rule | null => rules[kind] ?? null;
