import { runnerImport } from 'vite';
import type { Rollup } from 'vite';
import { chartTables } from './chartTables.ts';

/** What a module exports that is run at build time; the bundle is made anew when it changes. */
export async function madeOf<Exports>(
  context: Pick<Rollup.PluginContext, 'addWatchFile'>,
  maker: string,
): Promise<Exports> {
  const { module, dependencies } = await runnerImport<Exports>(maker, {
    configFile: false,
    plugins: [chartTables()],
  });
  // Modules that plugins make up are no files.
  for (const dependency of dependencies)
    if (!dependency.startsWith('\0')) context.addWatchFile(dependency);
  return module;
}
