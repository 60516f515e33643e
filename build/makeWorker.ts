import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const name = 'virtual:make-worker';
const resolved = `\0${name}`;
const worker = fileURLToPath(new URL('../src/worker/worker.ts', import.meta.url));

const fromFile = `
export const makeWorker = () =>
  new Worker(new URL(${JSON.stringify(worker)}, import.meta.url), { type: 'module' });
`;

const inlined = `
import EngineWorker from ${JSON.stringify(`${worker}?worker&inline`)};
export const makeWorker = () => new EngineWorker();
`;

/**
 * A page on a server loads the worker from its own files, the second when it is needed; a page that
 * is one file (opened from disk, where no second file may be loaded) carries the worker’s text inside.
 */
export function makeWorkerModule({ inline }: { inline: boolean }): Plugin {
  return {
    name: 'make-worker',
    resolveId: (id) => (id === name ? resolved : undefined),
    load: (id) => (id === resolved ? (inline ? inlined : fromFile) : undefined),
  };
}
