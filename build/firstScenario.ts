import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { madeOf } from './madeOf.ts';
import type { MenuEntry, Prepared } from '../src/content/opened.ts';

const first = 'virtual:first-scenario';
const menu = 'virtual:scenario-menu';
interface Made {
  readonly prepared: () => Prepared;
  readonly menu: readonly MenuEntry[];
}
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
      const made = await madeOf<Made>(this, maker);
      const text = JSON.stringify(id.endsWith(menu) ? made.menu : made.prepared());
      return `export default JSON.parse(${JSON.stringify(text)})`;
    },
  };
}
