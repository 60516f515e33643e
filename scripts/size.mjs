// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/**
 * Budgets, bytes of gzip: what is loaded first by the page and by the engine’s thread, and what the
 * engine loads behind that. docs/decisions.md says why each stands where it does.
 */
const budgets = { page: 60_000, worker: 35_000, 'worker, second part': 16_000 };

const textOf = (/** @type {string} */ name) => readFileSync(`dist/assets/${name}`, 'utf8');
const files = readdirSync('dist/assets').filter((file) => file.endsWith('.js'));
const sizeOf = (/** @type {Iterable<string>} */ names) =>
  [...names].reduce((sum, name) => sum + gzipSync(textOf(name), { level: 9 }).length, 0);

/** Files and all that they import at once: parts loaded on demand do not count. */
function withImports(/** @type {Iterable<string>} */ names) {
  const all = new Set(names);
  for (const file of all) {
    for (const [, name] of textOf(file).matchAll(/from\s*["'`]\.\/([^"'`]+\.js)["'`]/g))
      if (name) all.add(name);
  }
  return all;
}

const entry = readFileSync('dist/index.html', 'utf8');
const page = withImports(files.filter((file) => entry.includes(file)));
const worker = withImports(files.filter((file) => file.startsWith('worker')));
const onDemand = [...worker].flatMap((file) =>
  [...textOf(file).matchAll(/import\(\s*["'`]\.\/([^"'`]+\.js)["'`]\s*\)/g)].map(
    ([, name]) => name ?? '',
  ),
);
const second = [...withImports(onDemand)].filter((file) => !worker.has(file));

let failed = false;
for (const [name, bytes] of /** @type {const} */ ([
  ['page', sizeOf(page)],
  ['worker', sizeOf(worker)],
  ['worker, second part', sizeOf(second)],
])) {
  const over = bytes === 0 || bytes > budgets[name];
  failed ||= over;
  console.log(
    `${name}: ${(bytes / 1000).toFixed(1)} kB of ${budgets[name] / 1000} kB gzip${over ? '  TOO MUCH' : ''}`,
  );
}
process.exit(failed ? 1 : 0);
