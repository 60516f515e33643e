import { expect, test } from 'vitest';
import { settings } from '../../src/content/settings.ts';
import { kindList, kindNames } from '../../src/model/kinds.ts';
import type { KindName } from '../../src/model/kinds.ts';
import { causeOf } from '../../src/why/chain.ts';
import { chainOf } from '../../src/why/index.ts';
import { rules } from '../../src/why/rules.ts';
import { asked } from './asked.ts';
import { everyRun } from './told.ts';

/** Where a chain ends for good: what a person, a script or a stored program began with. */
const roots = new Set<KindName>(['command.given', 'program.loaded']);

test('in every run every event has a cause or a rule, and every rule says something with a source', () => {
  const seen = new Set<KindName>();
  const linked = new Set<KindName>();
  const faults = new Set<string>();
  for (const s of everyRun()) {
    const told = asked(s);
    const done = new Map<KindName, number>();
    for (const fact of s.facts) {
      const kind = kindNames[fact.kind]!;
      seen.add(kind);
      if (kindList[fact.kind]!.loudness !== 'event') continue;
      const times = done.get(kind) ?? 0;
      // A few of each kind in each run: what holds for them holds for those after them.
      if (times >= 4) continue;
      done.set(kind, times + 1);
      const cause = causeOf(told, fact);
      if (cause >= 0) linked.add(kind);
      const chain = chainOf(told, fact.seq);
      const [first] = chain;
      if (!roots.has(first!.kind) && !first!.rule)
        faults.add(`${kind} ends without a rule at ${first!.kind}`);
      if (chain.at(-1)!.seq !== fact.seq) faults.add(`${kind} is not the end of its chain`);
      for (const [i, { seq, at, says, rule, also, kind: each }] of chain.entries()) {
        const before = chain[i - 1];
        if (before && (before.seq >= seq || before.at > at)) faults.add(`${each} goes back`);
        const all = [says, rule?.says ?? '', rule?.values ?? '', also?.says ?? ''].join(' | ');
        if (/undefined|\?/.test(all.replace('stay?', ''))) faults.add(`${each}: ${all}`);
        if (rule && (rule.says === '' || rule.source === '')) faults.add(`${each} has no source`);
        if (also && also.seq >= seq) faults.add(`${each} looks ahead`);
      }
    }
  }
  expect([...faults]).toEqual([]);
  const events = kindNames.filter((_, i) => kindList[i]!.loudness === 'event');
  expect(events.filter((kind) => !linked.has(kind) && !rules[kind] && !roots.has(kind))).toEqual(
    [],
  );
  // What no run shows, a rule explains all the same.
  expect(events.filter((kind) => !seen.has(kind) && !rules[kind])).toEqual([]);
  expect([...roots].filter((kind) => !seen.has(kind))).toEqual([]);
  expect(Object.keys(rules).filter((kind) => !seen.has(kind as KindName))).toEqual([]);
}, 240_000);

test('the settings of a rule are settings, and each rule has a source of its own or of a setting', () => {
  for (const [kind, rule] of Object.entries(rules)) {
    if (Array.isArray(rule.settings))
      for (const name of rule.settings) expect(settings, kind).toHaveProperty(name as string);
    const own = typeof rule.sources === 'function' || (rule.sources?.length ?? 0) > 0;
    const ofSettings = typeof rule.settings === 'function' || (rule.settings?.length ?? 0) > 0;
    expect(own || ofSettings, `${kind} has no source`).toBe(true);
  }
});
