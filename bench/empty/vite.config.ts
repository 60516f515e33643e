import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

/** The page that the sandbox’s start is measured against. */
export default defineConfig({
  root: 'bench/empty',
  base: './',
  plugins: [svelte({ configFile: '../../svelte.config.js' })],
  build: { outDir: '../../node_modules/.understudy-bench/empty', emptyOutDir: true },
});
