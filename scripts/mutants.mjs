// @ts-check
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { mutants } from '../tests/mutants/list.mjs';
import { installDependencies } from './install.mjs';

/** What may kill a mutant, the quickest first. */
const suites = [
  'tests/stories',
  'tests/golden',
  'tests/properties.test.ts',
  'tests/content/demonstrations.test.ts',
  'tests/fuzz',
];
const left = ['node_modules', 'dist', '.git', 'test-results'];

installDependencies();
const wanted = process.argv.slice(2).map(Number);
const chosen = mutants.filter((_, i) => wanted.length === 0 || wanted.includes(i + 1));

/** The sources are bent in a copy, so that nothing that happens here can leave them bent. */
const copy = mkdtempSync(join(tmpdir(), 'understudy-mutants-'));
process.on('exit', () => rmSync(copy, { recursive: true, force: true }));
process.on('SIGINT', () => process.exit(130));
for (const name of readdirSync('.'))
  if (!left.includes(name)) cpSync(name, join(copy, name), { recursive: true });
symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));

/** The first suite in which a test fails, or none. */
function killer() {
  for (const suite of suites) {
    const { status } = spawnSync(
      process.execPath,
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--bail',
        '1',
        '--exclude',
        'tests/mutants/**',
        suite,
      ],
      { cwd: copy, stdio: 'ignore' },
    );
    if (status !== 0) return suite;
  }
  return null;
}

const unbent = killer();
if (unbent !== null) {
  console.error(`${unbent} fails without any mutant; mend that first.`);
  process.exit(1);
}
let survivors = 0;
for (const { says, file, find, put } of chosen) {
  const path = join(copy, 'src', file);
  const text = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    text.replace(find, () => put),
  );
  const suite = killer();
  writeFileSync(path, text);
  if (suite === null) survivors++;
  console.log(
    `${String(mutants.findIndex((each) => each.says === says) + 1).padStart(2)}. ${suite === null ? 'SURVIVED' : `killed by ${suite}`}: ${says}`,
  );
}
console.log(`\n${chosen.length - survivors} killed, ${survivors} survived`);
process.exit(survivors === 0 ? 0 : 1);
