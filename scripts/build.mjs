// @ts-check
import { spawnSync } from 'node:child_process';
import { buildCli } from './cli.mjs';

/** The site, then its two pages as one file each for opening from disk. */
for (const mode of ['production', 'offline', 'offline-embed']) {
  const args = [
    'node_modules/vite/bin/vite.js',
    'build',
    '--logLevel',
    'warn',
    ...(mode === 'production' ? [] : ['--mode', mode]),
  ];
  const { status } = spawnSync(process.execPath, args, {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** The same engine for Node. */
buildCli();
