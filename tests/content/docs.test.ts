import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { settings } from '../../src/content/settings.ts';
import type { Setting } from '../../src/content/settings.ts';

const path = fileURLToPath(new URL('../../docs/scenarios.md', import.meta.url));

/** `250ms` from 250 000 µs, in the largest unit that leaves a whole number. */
function timeText(micros: number): string {
  if (micros % 1_000_000 === 0) return `${micros / 1_000_000}s`;
  return micros % 1_000 === 0 ? `${micros / 1_000}ms` : `${micros}us`;
}

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

const table = [
  '| Key | Part | Default | Range | What it is | Source of the default |',
  '| --- | --- | --- | --- | --- | --- |',
  ...Object.entries(settings).map(([key, setting]) => {
    const [value, range] = boundsOf(setting);
    return `| \`${key}\` | ${setting.part} | ${value} | ${range} | ${setting.about} | ${setting.source} |`;
  }),
].join('\n');

/** Tables as they are meant, whatever the width of their columns. */
const plain = (text: string): string => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---');

test('the documentation of settings says what the reader checks', () => {
  const section = /(<!-- settings:[^\n]*-->\n)[\s\S]*?(<!-- end of settings -->)/;
  if (process.env['UPDATE_GOLDEN']) {
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      text.replace(section, (_all, from, to) => `${from}\n${table}\n\n${to}`),
    );
  }
  expect(plain(readFileSync(path, 'utf8'))).toContain(plain(table));
});
