import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { scenarioSchema } from '../../src/content/jsonSchema.ts';

test('the published schema says what the reader checks', () => {
  const file = fileURLToPath(new URL('../../public/schema/scenario-1.json', import.meta.url));
  if (process.env['UPDATE_GOLDEN'])
    writeFileSync(file, `${JSON.stringify(scenarioSchema(), null, 2)}\n`);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(scenarioSchema());
});
