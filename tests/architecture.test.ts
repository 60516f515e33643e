import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What each layer may import, besides itself. Everything before `worker` is pure. */
const layers: Readonly<Record<string, readonly string[]>> = {
  model: [],
  charts: [
    'model',
    'xstate',
    'virtual:chart-states',
    'virtual:chart-definitions',
    'virtual:chart-tables',
  ],
  commands: ['model', 'charts'],
  properties: ['model', 'charts'],
  kernel: ['model', 'charts', 'commands', 'properties'],
  trace: ['model', 'charts', 'commands', 'properties', '@noble'],
  content: ['model', 'charts', 'commands', 'properties', 'trace'],
  report: ['model', 'charts', 'commands', 'properties', 'trace', 'content'],
  scene: ['model', 'charts', 'commands', 'd3'],
  // Facts in words and as files: it says what traces carry in the sentences of the scene.
  log: ['model', 'scene', 'trace'],
  why: ['model', 'charts', 'commands', 'properties', 'content', 'scene'],
  readouts: ['model', 'charts'],
  // What the inspector says of each kind of thing, as lines and tables of text.
  inspection: ['model', 'charts', 'scene'],
  dialects: ['model'],
  worker: ['model', 'kernel', 'virtual:make-worker'],
  app: [
    'model',
    'charts',
    'commands',
    'content',
    'kernel',
    'scene',
    'dialects',
    'worker',
    'virtual:first-scenario',
  ],
  gallery: ['model', 'content', 'scene', 'app', 'views', 'svelte', 'virtual:gallery'],
  inspect: ['model', 'charts', 'scene', 'app', '@xstate', 'views'],
  views: [
    'model',
    'charts',
    'commands',
    'properties',
    'content',
    'report',
    'scene',
    'log',
    'why',
    'readouts',
    'inspection',
    'dialects',
    'app',
    'inspect',
    'virtual:chart-diagrams',
    'svelte',
    'd3',
  ],
  cli: [
    'model',
    'charts',
    'commands',
    'properties',
    'kernel',
    'trace',
    'content',
    'report',
    'log',
    'readouts',
    'dialects',
    'node:crypto',
    'node:fs',
    'node:path',
    'node:timers',
    'node:util',
  ],
  embed: ['model', 'commands', 'app', 'views', 'scene', 'svelte', 'd3'],
};
const pure = [
  'model',
  'charts',
  'commands',
  'properties',
  'kernel',
  'trace',
  'content',
  'report',
  'scene',
  'log',
  'why',
  'readouts',
  'inspection',
  'dialects',
];
const forbidden =
  /\b(Math\.random|Date\.now|new Date\b|performance\.|setTimeout|setInterval|process\.|console\.)/;
const longestFile = 420;

/** Files of a folder and below, with their text. */
function filesOf(folder: string): { path: string; text: string }[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

/** What is wrong with one file of a layer. */
function faultsOf(layer: string, path: string, text: string): string[] {
  const faults: string[] = [];
  for (const [, from] of text.matchAll(/from\s+'([^']+)'|import\s+'([^']+)'/g)) {
    if (!from) continue;
    const inside = from.startsWith('.')
      ? join(path, '..', from).split('/')[1]!
      : from.split('/')[0]!;
    const target = from.startsWith('virtual:') ? from : inside;
    if (target !== layer && !target.endsWith('.svelte') && !layers[layer]!.includes(target))
      faults.push(`${path} imports ${target}`);
  }
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  if (pure.includes(layer) && forbidden.test(code))
    faults.push(`${path} uses ${forbidden.exec(code)![0]}`);
  if (text.split('\n').length > longestFile)
    faults.push(`${path} is longer than ${longestFile} lines`);
  return faults;
}

for (const layer of Object.keys(layers)) {
  test(`the layer ${layer} imports only what it may`, () => {
    const files = filesOf(join('src', layer));
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap(({ path, text }) => faultsOf(layer, path, text))).toEqual([]);
  });
}

/** Files of ours that a file pulls in at once: not types, not what is loaded on demand. */
function pulledIn(path: string, found = new Set<string>()): Set<string> {
  if (found.has(path)) return found;
  found.add(path);
  const text = readFileSync(path, 'utf8').replace(/(im|ex)port type [^;]*;/g, '');
  for (const [, from] of text.matchAll(/(?:from|import)\s+'(\.[^']+\.ts)'/g))
    pulledIn(join(path, '..', from!), found);
  return found;
}

test('the engine’s thread begins without what follows only from orders and failures', () => {
  const rest =
    /^src\/(commands|kernel\/(acts|occasions))\/|kernel\/(carryOut|occasions|\w+Progress)\./;
  const first = [...pulledIn('src/worker/worker.ts')];
  expect(first).toContain('src/kernel/requests/serve.ts');
  expect(first.filter((path) => rest.test(path)).sort()).toEqual([
    'src/kernel/acts/heartbeat.ts',
    'src/kernel/occasions/heartbeat.ts',
  ]);
  const second = [...pulledIn('src/kernel/afterOrders.ts')].filter((path) => rest.test(path));
  expect(second.length).toBeGreaterThan(30);
});

test('the checks look at something: planted faults are found', () => {
  expect(faultsOf('model', 'src/model/x.ts', "import { a } from '../kernel/sim.ts';")).toHaveLength(
    1,
  );
  expect(faultsOf('kernel', 'src/kernel/x.ts', 'const a = Math.random();')).toHaveLength(1);
  expect(faultsOf('scene', 'src/scene/x.ts', "import { mount } from 'svelte';")).toHaveLength(1);
  expect(faultsOf('model', 'src/model/x.ts', '\n'.repeat(longestFile + 1))).toHaveLength(1);
});
