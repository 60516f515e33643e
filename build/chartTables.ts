import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import type { Plugin } from 'vite';
import type { CompiledChart, CompiledCharts } from '../src/charts/compiled.ts';
import { pack } from '../src/charts/tablesPacked.ts';

/** What everybody asks charts by, what the page draws them from, what the engine runs them by. */
const parts: Readonly<Record<string, (chart: CompiledChart) => object>> = {
  'virtual:chart-states': ({ id, states }) => ({ id, states }),
  'virtual:chart-definitions': ({ definition }) => ({ definition }),
  'virtual:chart-tables': (chart) => pack(chart, chart.states.length),
};
const compiler = fileURLToPath(new URL('../src/charts/compile.ts', import.meta.url));

/**
 * Walks every statechart through XState’s own `transition()` at build time and hands the resulting
 * tables to the bundle, so that XState itself is in none of them.
 */
export function chartTables(): Plugin {
  return {
    name: 'chart-tables',
    resolveId: (id) => (id in parts ? `\0${id}` : undefined),
    async load(id) {
      const part = id.startsWith('\0') ? parts[id.slice(1)] : undefined;
      if (!part) return undefined;
      const { module, dependencies } = await runnerImport<{ compileAll: () => CompiledCharts }>(
        compiler,
        { configFile: false },
      );
      for (const dependency of dependencies) this.addWatchFile(dependency);
      const charts = Object.entries(module.compileAll()).map(([name, chart]) => [
        name,
        part(chart),
      ]);
      const text = JSON.stringify(Object.fromEntries(charts));
      return `export default JSON.parse(${JSON.stringify(text)})`;
    },
  };
}
