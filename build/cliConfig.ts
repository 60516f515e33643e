import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';
import { chartTables } from './chartTables.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** Bundles the command line with the engine into one file that Node runs without any package. */
export default defineConfig({
  root: '.',
  publicDir: false,
  plugins: [chartTables()],
  define: { understudyVersion: JSON.stringify(version) },
  ssr: { noExternal: true },
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist-cli',
    emptyOutDir: true,
    minify: false,
    target: 'node20',
    rolldownOptions: {
      // The charts are compiled while they are loaded; that this takes a moment is known.
      checks: { bundlerTimings: false },
      output: { entryFileNames: 'understudy.mjs', banner: '#!/usr/bin/env node' },
    },
  },
});
