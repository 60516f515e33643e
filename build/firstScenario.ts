import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import type { Plugin } from 'vite';
import { chartTables } from './chartTables.ts';
import type { Prepared } from '../src/content/opened.ts';

const name = 'virtual:first-scenario';
const maker = fileURLToPath(new URL('../src/content/prepare.ts', import.meta.url));

/**
 * Reads and lays out the scenario that opens first at build time, so that the first load needs
 * neither the reader of scenario files nor the planner of clusters.
 */
export function firstScenario(): Plugin {
  return {
    name: 'first-scenario',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      const { module, dependencies } = await runnerImport<{ prepared: () => Prepared }>(maker, {
        configFile: false,
        plugins: [chartTables()],
      });
      for (const dependency of dependencies) this.addWatchFile(dependency);
      const text = JSON.stringify(module.prepared());
      return `export default JSON.parse(${JSON.stringify(text)})`;
    },
  };
}
