import { promises, readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { type ProtocolRequest, type ProtocolResponse, protocol, type Session } from 'electron';
import { contentSecurityPolicy } from './content-security-policy';
import { contentType } from './content-type';
import type { DevServer } from './dev-server';

/** The one origin. It is part of the data format, like the names of files: never to be changed. */
export const origin = 'app://bundle';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
  '.bcmap': 'application/octet-stream',
};

/** Addresses that can be served, each with its file. */
export type Bundle = ReadonlyMap<string, string>;

/** To be called before the program is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    // Compiled code is kept by the hash of its source, beside the session's other caches.
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Lists the built window files once: nothing else is ever served, whatever is asked for. */
export function readBundle(folder: string): Bundle {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [`/${relative(folder, path).split(sep).join('/')}`, path];
    }),
  );
}

/**
 * Serves the bundle in one session; each session that shows a page of ours needs it. By the older way of registering,
 * and not `protocol.handle`: that answers in the types of `fetch`, for which main loads its whole client of HTTP
 * while the window waits for its first byte, a tenth of a start.
 */
export function serveBundle(session: Session, bundle: Bundle, devServer: DevServer | null): void {
  // A project that was open before in this run has its session still.
  if (session.protocol.isProtocolHandled('app')) return;
  session.protocol.registerBufferProtocol('app', (request, give) => {
    answer(request, bundle, devServer).then(give, () => give(refusal(500)));
  });
}

async function answer(
  { url, method }: ProtocolRequest,
  bundle: Bundle,
  devServer: DevServer | null,
): Promise<ProtocolResponse> {
  const path = addressOf(url, method);
  if (typeof path === 'number') return refusal(path);
  if (devServer !== null) return devServer.answer(path + new URL(url).search);
  const file = bundle.get(path);
  const type = file === undefined ? undefined : types[extname(file)];
  if (file === undefined || type === undefined) return refusal(404);
  const data = await promises.readFile(file);
  return { data, ...contentType(type), headers: { 'Content-Type': type, ...safety } };
}

/** The path asked for, or the status to refuse it with. */
function addressOf(asked: string, method: string): string | number {
  if (method !== 'GET') return 405;
  if (/%2e|%2f|%5c|%00|\\|\0/i.test(asked)) return 400;
  const url = URL.canParse(asked) ? new URL(asked) : null;
  if (url === null || url.host !== 'bundle' || url.username !== '' || url.password !== '') return 403;
  return url.pathname;
}

const safety = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
} as const;

function refusal(statusCode: number): ProtocolResponse {
  return { statusCode, data: Buffer.alloc(0), mimeType: 'text/plain', headers: safety };
}
