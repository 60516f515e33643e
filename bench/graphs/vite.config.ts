import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { chartTables } from '../../build/chartTables.ts';
import { firstScenario } from '../../build/firstScenario.ts';

/** The page on which our drawing and its peers draw the same graph. */
export default defineConfig({
  root: 'bench/graphs',
  base: './',
  plugins: [chartTables(), firstScenario(), svelte({ configFile: '../../svelte.config.js' })],
  build: {
    outDir: '../../node_modules/.understudy-bench/graphs',
    emptyOutDir: true,
    chunkSizeWarningLimit: 2000,
  },
});
