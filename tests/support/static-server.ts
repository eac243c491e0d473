import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { build } from 'vite';

const at = (path: string): string => resolve(import.meta.dirname, '../..', path);

/** Files by their path from the root, "/parser.html". */
export type Files = ReadonlyMap<string, string | Uint8Array>;

export interface StaticServer {
  /** "http://127.0.0.1:port", without a slash at its end. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

/** Serves files from memory to this machine alone, each with the given headers; 404 for all else. */
export async function serveFiles(
  files: Files,
  headers: Readonly<Record<string, string>>,
): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const content = files.get(path);
    const type = types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    response.writeHead(content === undefined ? 404 : 200, {
      ...headers,
      'content-type': `${type}; charset=utf-8`,
    });
    response.end(content);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo; // listening on a port, not on a pipe
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

/** Bundles one page below renderer/ as the program's build does, in memory. */
export async function bundlePage(page: string): Promise<Files> {
  const built = await build({
    root: at('renderer'),
    base: './',
    configFile: false,
    logLevel: 'error',
    resolve: {
      alias: { '@core': at('renderer/src/core'), '@preload': at('preload'), '@resources': at('resources') },
    },
    build: {
      target: 'chrome130',
      write: false,
      modulePreload: false,
      assetsInlineLimit: 0,
      rolldownOptions: { input: at(`renderer/${page}`) },
    },
  });
  if (Array.isArray(built) || !('output' in built)) throw new Error('One bundle was asked for');
  return new Map(
    built.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  );
}
