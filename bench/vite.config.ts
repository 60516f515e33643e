import { defineConfig } from 'vite';
import { chartTables } from '../build/chartTables.ts';

/** Builds the engine for Node, with the tables and the peers that it is measured against. */
export default defineConfig({
  root: '.',
  plugins: [chartTables()],
  build: {
    ssr: 'bench/engine.ts',
    outDir: 'node_modules/.understudy-bench',
    emptyOutDir: true,
    minify: false,
  },
});
