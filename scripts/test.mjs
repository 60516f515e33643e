// @ts-check
import { spawn } from 'node:child_process';
import { installDependencies } from './install.mjs';

installDependencies();

/**
 * A part of the check of the whole project.
 * @typedef {object} Step
 * @property {string} title
 * @property {string[]} args of node
 * @property {[RegExp, RegExp]} [counts] how it prints passed and failed; a step that counts nothing counts as one
 */

const bin = (/** @type {string} */ name) => `node_modules/${name}`;
const env = { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' };

/** Steps that use one processor each and need nothing of each other. */
const alone = /** @type {Step[]} */ ([
  { title: 'build', args: ['scripts/build.mjs'] },
  {
    title: 'types and Svelte',
    args: [
      bin('svelte-check/bin/svelte-check'),
      '--tsconfig',
      './tsconfig.json',
      '--fail-on-warnings',
      '--output',
      'human',
    ],
  },
  { title: 'lint', args: [bin('eslint/bin/eslint.js'), '.'] },
  { title: 'format', args: [bin('prettier/bin/prettier.cjs'), '--check', '.'] },
  {
    title: 'types of the pure layers, without DOM',
    args: [bin('typescript/bin/tsc'), '-p', 'src/core.tsconfig.json'],
  },
  { title: 'lock file', args: ['scripts/lock.mjs'] },
]);

/** Steps that use all processors, or what was built. */
const after = /** @type {Step[]} */ ([
  { title: 'sizes', args: ['scripts/size.mjs'] },
  {
    title: 'unit, story, property and golden tests',
    args: [bin('vitest/vitest.mjs'), 'run'],
    counts: [/Tests\s.*?(\d+) passed/g, /Tests\s.*?(\d+) failed/g],
  },
  { title: 'browsers', args: ['scripts/setup-browser.mjs'] },
  {
    title: 'browser tests',
    args: [bin('@playwright/test/cli.js'), 'test', '-c', 'tests/playwright.config.ts'],
    counts: [/^\s*(\d+) passed/gm, /^\s*(\d+) failed/gm],
  },
]);

let passed = 0;
let failed = 0;

/**
 * Runs one step, prints it when it has ended, and counts what its output counts.
 * @param {Step} step
 */
async function run({ title, args, counts }) {
  const began = Date.now();
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (part) => (text += part));
  }
  const status = await new Promise((resolve) => {
    child.on('error', resolve);
    child.on('close', resolve);
  });
  console.log(`\n== ${title}`);
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

const waiting = alone.values();
/** Takes the next waiting step until none is left; two of these use two processors. */
const lane = async () => {
  for (const step of waiting) await run(step);
};
await Promise.all([lane(), lane()]);
for (const step of after) await run(step);

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
