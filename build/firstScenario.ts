import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import type { Plugin } from 'vite';
import { chartTables } from './chartTables.ts';
import type { MenuEntry, Prepared } from '../src/content/opened.ts';

const first = 'virtual:first-scenario';
const menu = 'virtual:scenario-menu';
const maker = fileURLToPath(new URL('./prepare.ts', import.meta.url));

/**
 * Reads and lays out the scenario that opens first at build time, so that the first load needs
 * neither the reader of scenario files nor the planner of clusters; and tells its first moments, so
 * that the picture moves before the engine has started. The menu is a part by itself.
 */
export function firstScenario(): Plugin {
  return {
    name: 'first-scenario',
    resolveId: (id) => (id === first || id === menu ? `\0${id}` : undefined),
    async load(id) {
      if (id !== `\0${first}` && id !== `\0${menu}`) return undefined;
      const { module, dependencies } = await runnerImport<{
        prepared: () => Prepared;
        menu: readonly MenuEntry[];
      }>(maker, {
        configFile: false,
        plugins: [chartTables()],
      });
      // Modules that plugins make up are no files.
      for (const dependency of dependencies)
        if (!dependency.startsWith('\0')) this.addWatchFile(dependency);
      const text = JSON.stringify(id.endsWith(menu) ? module.menu : module.prepared());
      return `export default JSON.parse(${JSON.stringify(text)})`;
    },
  };
}
