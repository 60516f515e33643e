// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** First-load budgets, bytes of gzip. docs/decisions.md says why each stands where it does. */
const budgets = { page: 60_000, worker: 35_000 };

const files = readdirSync('dist/assets').filter((file) => file.endsWith('.js'));
const sizeOf = (/** @type {string[]} */ names) =>
  names.reduce(
    (sum, name) => sum + gzipSync(readFileSync(`dist/assets/${name}`), { level: 9 }).length,
    0,
  );
const entry = readFileSync('dist/index.html', 'utf8');
/** The page’s own scripts and what they import at once: chunks loaded on demand do not count. */
const page = new Set(files.filter((file) => entry.includes(file)));
for (const file of page) {
  const text = readFileSync(`dist/assets/${file}`, 'utf8');
  for (const [, name] of text.matchAll(/from\s*["']\.\/([^"']+\.js)["']/g))
    if (name) page.add(name);
}
const worker = files.filter((file) => file.startsWith('worker'));

let failed = false;
for (const [name, bytes] of /** @type {const} */ ([
  ['page', sizeOf([...page])],
  ['worker', sizeOf(worker)],
])) {
  const over = bytes === 0 || bytes > budgets[name];
  failed ||= over;
  console.log(
    `${name}: ${(bytes / 1000).toFixed(1)} kB of ${budgets[name] / 1000} kB gzip${over ? '  TOO MUCH' : ''}`,
  );
}
process.exit(failed ? 1 : 0);
