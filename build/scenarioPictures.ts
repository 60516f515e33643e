import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { Pictured } from '../src/content/opened.ts';
import { madeOf } from './madeOf.ts';

const name = 'virtual:scenario-pictures';
const maker = fileURLToPath(new URL('./drawScenarios.ts', import.meta.url));

/**
 * Runs every scenario of the menu to its moment at build time and draws it small: in a browser
 * that would take as long as all of those runs.
 */
export function scenarioPictures(): Plugin {
  return {
    name: 'scenario-pictures',
    resolveId: (id) => (id === name ? `\0${id}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      const made = await madeOf<{ drawScenarios: () => Record<string, Pictured> }>(this, maker);
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(made.drawScenarios()))})`;
    },
  };
}
