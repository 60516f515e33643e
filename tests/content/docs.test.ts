import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { claimId, claims } from '../../src/content/claims/index.ts';
import { faults } from '../../src/content/faults/index.ts';
import { settings } from '../../src/content/settings.ts';
import type { Setting } from '../../src/content/settings.ts';
import { timeText } from '../../src/content/timeText.ts';
import { properties } from '../../src/properties/index.ts';

function boundsOf(setting: Setting): readonly [value: string, range: string] {
  switch (setting.kind) {
    case 'flag':
      return [String(setting.value), 'true, false'];
    case 'choice':
      return [setting.value, setting.choices.join(', ')];
    case 'number':
      return [`${setting.value} ${setting.unit}`, `${setting.least} to ${setting.most}`];
    case 'time': {
      const off = setting.mayBeOff ? ', off' : '';
      const range = `${timeText(setting.least)} to ${timeText(setting.most)}${off}`;
      return [timeText(setting.value), range];
    }
  }
}

const table = (titles: readonly string[], rows: readonly (readonly string[])[]): string =>
  [titles, titles.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** Whether a default was looked up, or is a plausible value of ours. */
const verified = (source: string): string =>
  /assumption of this model|\bours\b|as we read it/.test(source) ? 'assumption' : 'verified';

interface Section {
  readonly name: string;
  readonly file: string;
  readonly table: string;
}

/** Every table of the documents that a registry already says. */
const sections: readonly Section[] = [
  {
    name: 'settings',
    file: 'scenarios',
    table: table(
      ['Key', 'Part', 'Default', 'Range', 'What it is', 'Default is', 'Source of the default'],
      Object.entries(settings).map(([key, setting]) => {
        const [value, range] = boundsOf(setting);
        const { part, about, source } = setting;
        return [`\`${key}\``, part, value, range, about, verified(source), source];
      }),
    ),
  },
  {
    name: 'claims',
    file: 'model',
    table: table(
      ['Claim', 'What it shows', 'Builds on', 'Scenario', 'Cluster'],
      claims.map(({ number, title, builtOn, cluster }) => [
        String(number),
        title,
        builtOn === null ? '' : String(builtOn),
        `\`${claimId(number)}\``,
        `\`${cluster}\``,
      ]),
    ),
  },
  {
    name: 'faults',
    file: 'model',
    table: table(
      ['Fault', 'What is injected', 'Detected by', 'Should happen', 'Must never happen', 'Source'],
      faults.map((fault) => [
        fault.id,
        fault.title,
        fault.detectedBy,
        fault.shouldHappen,
        fault.mustNever,
        fault.source,
      ]),
    ),
  },
  {
    name: 'properties',
    file: 'model',
    table: table(
      ['Property', 'What must hold', 'Source'],
      properties.map(({ id, sentence, source }) => [id, sentence, source]),
    ),
  },
];

/** Tables as they are meant, whatever the width of their columns. */
const plain = (text: string): string => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---');

for (const { name, file, table: told } of sections) {
  test(`docs/${file}.md says of ${name} what the registry says`, () => {
    const path = fileURLToPath(new URL(`../../docs/${file}.md`, import.meta.url));
    const place = new RegExp(`(<!-- ${name}:[^\n]*-->\n)([\\s\\S]*?)(<!-- end of ${name} -->)`);
    if (process.env['UPDATE_GOLDEN']) {
      const text = readFileSync(path, 'utf8');
      writeFileSync(
        path,
        text.replace(place, (_all, from: string, _old, to: string) => `${from}\n${told}\n\n${to}`),
      );
    }
    expect(plain(place.exec(readFileSync(path, 'utf8'))?.[2] ?? '').trim()).toBe(plain(told));
  });
}
