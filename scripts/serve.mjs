// @ts-check
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const types = /** @type {Record<string, string>} */ ({
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
});

/**
 * Serves a folder on localhost, at the first free port from `port` on.
 * @param {string} folder
 * @param {number} port
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export function serve(folder, port) {
  const server = createServer(async (request, response) => {
    try {
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
      let file = normalize(join(folder, path));
      if (file !== normalize(folder) && !file.startsWith(normalize(folder) + sep))
        throw new Error('outside');
      if ((await stat(file)).isDirectory()) file = join(file, 'index.html');
      const body = await readFile(file);
      response.writeHead(200, {
        'content-type': types[extname(file)] ?? 'application/octet-stream',
      });
      response.end(body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('Not found');
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE' && port < 65_000)
        serve(folder, port + 1).then(resolve, reject);
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => {
      resolve({ address: `http://localhost:${port}/`, close: () => server.close() });
    });
  });
}

// Run by itself it serves what has been built: `node scripts/serve.mjs 4173`.
if (process.argv[1]?.endsWith('serve.mjs')) {
  const { address } = await serve('dist', Number(process.argv[2] ?? 4173));
  console.log(`Serving dist at ${address}`);
}
