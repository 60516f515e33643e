import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { reportSchema } from '../../src/report/jsonSchema.ts';

test('the published schema says what a report holds', () => {
  const file = fileURLToPath(new URL('../../public/schema/report-1.json', import.meta.url));
  if (process.env['UPDATE_GOLDEN'])
    writeFileSync(file, `${JSON.stringify(reportSchema(), null, 2)}\n`);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(reportSchema());
});
