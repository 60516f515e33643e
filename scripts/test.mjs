// @ts-check
import { spawnSync } from 'node:child_process';
import { installDependencies } from './install.mjs';

installDependencies();

const bin = (/** @type {string} */ name) => `node_modules/${name}`;
const env = { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' };

let passed = 0;
let failed = 0;

/**
 * Runs one step and counts what its output counts; a step that counts nothing counts as one.
 * @param {string} title
 * @param {string[]} args of node
 * @param {RegExp[]} [counts] how the step prints passed and failed
 */
function step(title, args, counts) {
  const began = Date.now();
  console.log(`\n== ${title}`);
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const text = `${stdout}${stderr}`;
  if (status !== 0 || counts) console.log(text.trimEnd());
  const count = (/** @type {RegExp | undefined} */ pattern) =>
    pattern ? [...text.matchAll(pattern)].reduce((sum, [, n]) => sum + Number(n), 0) : 0;
  const good = counts ? count(counts[0]) : Number(status === 0);
  const bad = counts
    ? Math.max(count(counts[1]), Number(status !== 0 && count(counts[1]) === 0))
    : Number(status !== 0);
  passed += good;
  failed += bad;
  console.log(
    `-- ${title}: ${good} passed, ${bad} failed, ${((Date.now() - began) / 1000).toFixed(1)} s`,
  );
}

step('types of the pure layers, without DOM', [
  bin('typescript/bin/tsc'),
  '-p',
  'src/core.tsconfig.json',
]);
step('types and Svelte', [
  bin('svelte-check/bin/svelte-check'),
  '--tsconfig',
  './tsconfig.json',
  '--fail-on-warnings',
  '--output',
  'human',
]);
step('lint', [bin('eslint/bin/eslint.js'), '.']);
step('format', [bin('prettier/bin/prettier.cjs'), '--check', '.']);
step('lock file', ['scripts/lock.mjs']);
step(
  'unit, story, property and golden tests',
  [bin('vitest/vitest.mjs'), 'run'],
  [/Tests\s.*?(\d+) passed/g, /Tests\s.*?(\d+) failed/g],
);
step('build', ['scripts/build.mjs']);
step('sizes', ['scripts/size.mjs']);
step('browsers', ['scripts/setup-browser.mjs']);
step(
  'browser tests',
  [bin('@playwright/test/cli.js'), 'test', '-c', 'tests/playwright.config.ts'],
  [/^\s*(\d+) passed/gm, /^\s*(\d+) failed/gm],
);

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
