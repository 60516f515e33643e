import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { madeOf } from './madeOf.ts';

const name = 'virtual:chart-diagrams';
const maker = fileURLToPath(new URL('./drawCharts.ts', import.meta.url));

/**
 * Draws every statechart at build time: a drawing depends on nothing but the chart and its width,
 * and to find the best one takes half a second in a browser.
 */
export function chartDiagrams(): Plugin {
  return {
    name: 'chart-diagrams',
    resolveId: (id) => (id === name ? `\0${id}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      const { drawCharts } = await madeOf<{ drawCharts: () => object }>(this, maker);
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(drawCharts()))})`;
    },
  };
}
