// @ts-check
import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The built command line. */
export const cli = `${root}dist-cli/understudy.mjs`;

/** Builds the command line; what the builder says goes to stderr. Throws when it fails. */
export function buildCli() {
  const vite = `${root}node_modules/vite/bin/vite.js`;
  const args = [vite, 'build', '-c', 'build/cliConfig.ts', '--logLevel', 'warn'];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('The command line could not be built.');
  chmodSync(cli, 0o755);
}

const changedAt = (/** @type {string} */ path) =>
  statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Builds the command line unless it is newer than everything that it is built from. */
export function buildCliWhenStale() {
  const sources = ['package.json', 'package-lock.json'].map((name) => `${root}${name}`);
  for (const folder of ['src', 'build']) {
    for (const entry of readdirSync(`${root}${folder}`, { withFileTypes: true, recursive: true }))
      if (entry.isFile()) sources.push(`${entry.parentPath}/${entry.name}`);
  }
  const built = changedAt(cli);
  if (sources.some((path) => changedAt(path) >= built)) buildCli();
}
