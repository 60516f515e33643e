import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { traceSchema } from '../../src/trace/jsonSchema.ts';

test('the published schema says what the kinds declare', () => {
  const file = fileURLToPath(new URL('../../public/schema/trace-1.json', import.meta.url));
  if (process.env['UPDATE_GOLDEN'])
    writeFileSync(file, `${JSON.stringify(traceSchema(), null, 2)}\n`);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(traceSchema());
});
