import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import type { Plugin } from 'vite';
import type { CompiledCharts } from '../src/charts/compiled.ts';

/** What everybody asks charts by, what the page draws them from, what the engine runs them by. */
const parts = {
  'virtual:chart-states': ['id', 'states'],
  'virtual:chart-definitions': ['definition'],
  'virtual:chart-tables': ['signals', 'timers', 'cells', 'effectLists'],
} as const;
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
      const keys = parts[id.slice(1) as keyof typeof parts];
      if (!id.startsWith('\0') || !keys) return undefined;
      const { module, dependencies } = await runnerImport<{ compileAll: () => CompiledCharts }>(
        compiler,
        { configFile: false },
      );
      for (const dependency of dependencies) this.addWatchFile(dependency);
      const charts = Object.entries(module.compileAll()).map(([name, chart]) => [
        name,
        Object.fromEntries(keys.map((key: keyof typeof chart) => [key, chart[key]])),
      ]);
      const text = JSON.stringify(Object.fromEntries(charts));
      return `export default JSON.parse(${JSON.stringify(text)})`;
    },
  };
}
