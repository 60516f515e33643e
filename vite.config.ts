import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { chartTables } from './build/chartTables.ts';
import { makeWorkerModule } from './build/makeWorker.ts';
import { oneFile } from './build/oneFile.ts';

/**
 * `vite build` writes the site: two pages with relative addresses, for any sub-path of any static
 * host. `vite build --mode offline` and `--mode offline-embed` write the same pages as one file
 * each, for opening from disk.
 */
export default defineConfig(({ mode }) => {
  const inline = mode.startsWith('offline');
  const page = mode === 'offline-embed' ? 'embed/index.html' : 'index.html';
  const oneFileName = mode === 'offline-embed' ? 'offline-embed.html' : 'offline.html';
  return {
    root: 'src',
    publicDir: inline ? false : '../public',
    base: './',
    plugins: [
      chartTables(),
      makeWorkerModule({ inline }),
      svelte({ configFile: '../svelte.config.js' }),
      ...(inline ? [oneFile({ page, fileName: oneFileName })] : []),
    ],
    worker: { format: 'iife' as const, plugins: () => [chartTables()] },
    build: {
      outDir: '../dist',
      emptyOutDir: !inline,
      target: 'es2022',
      // A font inside the one-file page is a data address; on the site it is a file.
      assetsInlineLimit: inline ? 10_000_000 : 0,
      cssCodeSplit: !inline,
      modulePreload: false as const,
      rolldownOptions: {
        input: inline ? `src/${page}` : { index: 'src/index.html', embed: 'src/embed/index.html' },
        ...(inline ? { output: { codeSplitting: false } } : {}),
      },
    },
    server: { port: 4173 },
    test: {
      root: '.',
      include: ['tests/**/*.test.ts'],
      environment: 'node',
      testTimeout: 60_000,
    },
  };
});
