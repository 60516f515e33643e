import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { chartTables } from '../../build/chartTables.ts';

/** What `engine.ts` exports, once its bundle has run. */
interface Engine {
  readonly ids: readonly string[];
  readonly traceHash: (id: string) => string;
}

/** The engine with the whole gallery, as one script that runs in any browser and in Node. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [chartTables()],
    build: {
      write: false,
      target: 'es2022',
      lib: {
        entry: fileURLToPath(new URL('engine.ts', import.meta.url)),
        formats: ['iife'],
        name: 'engine',
      },
    },
  });
  const [one] = Array.isArray(built) ? built : [built];
  if (!one || !('output' in one)) throw new Error('Vite built nothing');
  return one.output[0].code;
}

test('@core every scenario of the gallery tells the same trace here as in Node', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const script = await bundle();
  const engine = runInNewContext(`${script}; engine`, { TextEncoder }) as Engine;
  await page.goto('about:blank');
  await page.addScriptTag({ content: script });
  expect(engine.ids.length).toBeGreaterThan(100);
  const differ: string[] = [];
  for (const id of engine.ids) {
    const here = await page.evaluate(
      (each) => (globalThis as unknown as { engine: Engine }).engine.traceHash(each),
      id,
    );
    if (here !== engine.traceHash(id)) differ.push(id);
  }
  expect(differ).toEqual([]);
});
