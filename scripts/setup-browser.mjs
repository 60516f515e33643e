// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium, findFirefox } from './browser.mjs';

const run = (/** @type {string} */ command, /** @type {string[]} */ args) => {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  return status === 0;
};

/** Finds the browsers that the tests need, and installs them where that is possible. */
function setUp() {
  if (findChromium() && findFirefox()) return true;
  const debianRoot = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  if (debianRoot) {
    const wait = ['-o', 'DPkg::Lock::Timeout=300'];
    run('apt-get', ['update', ...wait, '-qq']);
    run('apt-get', ['install', ...wait, '-y', '-qq', 'chromium', 'firefox-esr']);
  } else if (!findChromium()) {
    run('npx', ['playwright', 'install', 'chromium']);
  }
  return findChromium() !== null;
}

if (!setUp()) {
  console.error(
    'No Chromium could be found or installed. Name one in CHROMIUM_PATH and try again.',
  );
  process.exit(1);
}
console.log(`Chromium: ${findChromium()}`);
console.log(`Firefox: ${findFirefox() ?? 'none; its tests are counted as failed'}`);
