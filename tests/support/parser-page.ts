import { existsSync } from 'node:fs';
import { contentSecurityPolicy } from '@main/content-security-policy';
import type { Page } from '@playwright/test';
import type {
  FileReading,
  Outcome,
  ParsedDocument,
  ParseJob,
  ParserBridge,
  TablePreview,
} from '@preload/contract';
import { chromiumPath } from './chromium';
import { expect, test } from './page-test';
import { bundlePage, type StaticServer, serveFiles } from './static-server';

/** For documents: none of these tests hands over a project. */
type Handler = (job: ParseJob) => Promise<Outcome<readonly ParsedDocument[]>>;

declare global {
  interface Window {
    /** What the page gave to the fake bridge. */
    handler?: Handler;
    /** The same for a job of any kind. */
    answer?: (job: ParseJob) => Promise<Outcome<unknown>>;
    /** What the last table that was asked about holds. */
    preview?: TablePreview;
    /** Set by whatever of a hostile page runs. */
    ran?: string;
    violations: string[];
  }
}

let server: StaticServer | undefined;

/** Bundles and serves the parser's page for the tests of the file that calls it. */
export function serveParser(): void {
  test.beforeAll(async () => {
    if (!existsSync(chromiumPath)) return;
    server = await serveFiles(await bundlePage('parser.html'), {
      'content-security-policy': contentSecurityPolicy,
    });
  });
  test.afterAll(async () => {
    // It may still have parts to load, which nobody serves any more.
    await shared?.close();
    shared = undefined;
    await server?.close();
  });
}

/** The parser's page, with a bridge that keeps its handler; answers the requests that it made. */
export async function openParser(page: Page): Promise<{ readonly requests: readonly string[] }> {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.addInitScript(() => {
    const bridge: ParserBridge = {
      onJob: (handler) => {
        window.answer = handler;
        window.handler = async (job) => {
          const outcome = await handler(job);
          if (!outcome.ok) return outcome;
          if ('kind' in outcome.value && outcome.value.kind === 'table') window.preview = outcome.value.table;
          if ('kind' in outcome.value) throw new Error('not a document');
          return { ok: true, value: outcome.value };
        };
      },
    };
    Object.defineProperty(window, 'parser', { value: bridge });
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      // What an inert document would have done is reported too. The page itself has neither styles nor a base.
      const isInert = /^(?:(?:style|script)-src-attr|style-src-elem|base-uri)$/.test(
        event.effectiveDirective,
      );
      if (!isInert) window.violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  await page.goto(`${server?.origin ?? ''}/parser.html`);
  await page.waitForFunction(() => window.handler !== undefined);
  return { requests };
}

let shared: Page | undefined;

/** One parser for all tests that leave nothing behind in it, as the program uses one for many files. */
export async function sharedParser(page: Page): Promise<Page> {
  if (shared === undefined) {
    const browser = page.context().browser();
    if (browser === null) throw new Error('No browser');
    shared = await browser.newPage();
    await openParser(shared);
  }
  return shared;
}

export async function parse(
  page: Page,
  path: string,
  content: string | Uint8Array,
  encoding?: string,
  reading: FileReading & Pick<ParseJob, 'whole_page'> = {},
): Promise<Outcome<readonly ParsedDocument[]>> {
  const bytes = [...(typeof content === 'string' ? new TextEncoder().encode(content) : content)];
  return page.evaluate(
    async ([name, numbers, label]) => {
      if (window.handler === undefined) throw new Error('No handler');
      return window.handler({ id: 1, path: name, bytes: Uint8Array.from(numbers), icu: '78.2', ...label });
    },
    [path, bytes, { ...(encoding === undefined ? {} : { encoding }), ...reading }] as const,
  );
}

export async function parsed(
  page: Page,
  path: string,
  content: string | Uint8Array,
): Promise<ParsedDocument> {
  const outcome = await parse(page, path, content);
  if (!outcome.ok) throw new Error(`${path}: ${outcome.error.code} ${outcome.error.detail ?? ''}`);
  expect(outcome.value).toHaveLength(1);
  const [document] = outcome.value;
  if (document === undefined) throw new Error('No document');
  return document;
}

/** What the parser says of a document's structure. */
export function structureOf({ structure }: ParsedDocument): unknown {
  return JSON.parse(structure);
}

/** A document with its structure as the parser meant it. */
export function readable(document: ParsedDocument): object {
  return { ...document, structure: structureOf(document) };
}

/** Kinds of the blocks, in order. */
export function kinds(document: ParsedDocument): readonly unknown[] {
  const structure = structureOf(document);
  if (typeof structure !== 'object' || structure === null || !('blocks' in structure)) return [];
  const { blocks } = structure;
  return Array.isArray(blocks) ? blocks.map((block: { readonly kind: unknown }) => block.kind) : [];
}

/** What a table holds, as a person is shown it. */
export async function previewed(
  page: Page,
  path: string,
  content: string | Uint8Array,
): Promise<TablePreview | undefined> {
  const bytes = [...(typeof content === 'string' ? new TextEncoder().encode(content) : content)];
  return page.evaluate(
    async ([name, numbers]) => {
      const job = { id: 1, path: name, bytes: Uint8Array.from(numbers), icu: '78.2', table: true as const };
      // It is no document, which the handler of these tests says by throwing.
      await window.handler?.(job).catch(() => undefined);
      return window.preview;
    },
    [path, bytes] as const,
  );
}
