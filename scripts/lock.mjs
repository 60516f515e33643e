// @ts-check
import { readFileSync } from 'node:fs';

/**
 * Every optional platform package that the lock file names must stand in it, or an install on
 * another platform fails.
 */
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const missing = [];
for (const [path, entry] of Object.entries(packages)) {
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    const found = Object.keys(packages).some((key) => key.endsWith(`node_modules/${name}`));
    if (!found) missing.push(`${path || 'the project'} names ${name}`);
  }
}
for (const line of missing) console.error(line);
console.log(`${Object.keys(packages).length} packages in the lock file, ${missing.length} missing`);
process.exit(missing.length === 0 ? 0 : 1);
