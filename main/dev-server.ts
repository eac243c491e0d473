import type { ProtocolResponse } from 'electron';
import { contentType } from './content-type';

/** Vite's server while developing: its files are served under the program's own origin, so that the data is the same. */
export interface DevServer {
  /** `path` with its query, by which Vite knows what a file is imported as. */
  answer(path: string): Promise<ProtocolResponse>;
  /** Sockets to it are let through, for hot reload. */
  owns(url: string): boolean;
}

/** The server that electron-vite names in the environment; null when the program runs from its built files. */
export function findDevServer(packaged: boolean): DevServer | null {
  const address = process.env['ELECTRON_RENDERER_URL'];
  if (packaged || address === undefined) return null;
  const { host } = new URL(address);
  return {
    answer: async (path) => {
      const answered = await fetch(new URL(path, address));
      // Without the policy: Vite adds inline styles and scripts of its own.
      const type = answered.headers.get('content-type') ?? 'application/octet-stream';
      const data = Buffer.from(await answered.arrayBuffer());
      return { statusCode: answered.status, data, ...contentType(type), headers: { 'Content-Type': type } };
    },
    owns: (url) => URL.canParse(url) && new URL(url).protocol === 'ws:' && new URL(url).host === host,
  };
}
