// @ts-check
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { installDependencies } from './install.mjs';

const usage = 'npm run fuzz -- --minutes N    (0.1 to 1440)';

/** How long to go on; says how it is used, and ends, when that is not a number in range. */
function minutesAsked() {
  try {
    const { values } = parseArgs({ options: { minutes: { type: 'string', default: '5' } } });
    const minutes = Number(values.minutes);
    if (minutes >= 0.1 && minutes <= 1440) return minutes;
  } catch {
    // What else was asked for is answered by the usage as well.
  }
  console.error(usage);
  return process.exit(2);
}

/**
 * Random trials until the time is over or one of them fails: then the seed and the smallest script
 * that still fails are printed. The scenario file in that message can be run by `understudy run`;
 * put into tests/fuzz/found it is a test from then on.
 */
const minutes = minutesAsked();
installDependencies();
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', 'tests/fuzz/fuzz.test.ts', '-t', 'random clusters'],
  { stdio: 'inherit', env: { ...process.env, FUZZ_MINUTES: String(minutes) } },
);
process.exit(status ?? 1);
