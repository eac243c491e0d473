import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { build } from 'vite';

const at = (path: string): string => resolve(import.meta.dirname, '../..', path);

export interface ServedPage {
  /** "http://127.0.0.1:port/". */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Bundles the page in a folder of the project with its TypeScript, in memory, and serves it to this machine alone. */
export async function servePage(folder: string): Promise<ServedPage> {
  const built = await build({
    root: at(folder),
    base: './',
    configFile: false,
    logLevel: 'error',
    resolve: {
      alias: {
        '@core': at('renderer/src/core'),
        '@preload': at('preload'),
        '@renderer': at('renderer/src'),
        '@resources': at('resources'),
      },
    },
    build: { target: 'chrome130', write: false, modulePreload: false, minify: false },
  });
  if (Array.isArray(built) || !('output' in built)) throw new Error('One bundle was asked for');
  const files = new Map(
    built.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  );
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '');
    const content = files.get(path);
    const type = path.endsWith('.js') ? 'text/javascript' : path.endsWith('.css') ? 'text/css' : 'text/html';
    response.writeHead(content === undefined ? 404 : 200, {
      'content-type': `${type}; charset=utf-8`,
      // What was compiled once need not be again: a third of what it costs to open the page.
      'cache-control': 'max-age=3600',
    });
    response.end(content);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo; // listening on a port, not on a pipe
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
