import { pageParagraphs } from '@core/layout/page-paragraphs';
import type { Page, PageRun } from '@core/layout/page-runs';
import { fail, type Result, succeed } from '@core/result';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageParagraph } from './element-paragraphs';
import type { FileProblem } from './file-problem';
import { CharacterMaps } from './pdf-character-maps';
import { withBoundedStreams } from './pdf-streams';

/** More than a book; a text of this kind is no report. */
const mostPages = 5_000;

export interface ReadPdf {
  readonly paragraphs: readonly PageParagraph[];
  /** Pages with nothing but pictures on them, or nothing at all. */
  readonly pagesWithoutText: number;
}

/**
 * The paragraphs of a PDF in reading order. This page is the sandbox: pdf.js runs in it without a worker of its own,
 * without scripts, forms, fonts, compiled code or anything fetched but its own character maps.
 */
export async function parsePdf(bytes: Uint8Array, password?: string): Promise<Result<ReadPdf, FileProblem>> {
  const bounded = withBoundedStreams(bytes);
  if (bounded === null) return fail({ code: 'archive-bomb', detail: 'PDF' });
  const [pdfjs, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  Object.assign(globalThis, { pdfjsWorker: worker });
  const task = pdfjs.getDocument({
    data: bounded,
    ...(password === undefined ? {} : { password }),
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    BinaryDataFactory: CharacterMaps,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    stopAtErrors: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    ...noEval,
  });
  try {
    const document = await task.promise;
    if (document.numPages > mostPages)
      return fail({ code: 'too-large', detail: `${document.numPages} pages` });
    const pages: Page[] = [];
    for (let number = 1; number <= document.numPages; number += 1)
      pages.push(await readPage(await document.getPage(number)));
    const pagesWithoutText = pages.filter(({ runs }) => !runs.some(({ text }) => text.trim() !== '')).length;
    if (pagesWithoutText === pages.length) return fail({ code: 'no-text-layer' });
    return succeed({ paragraphs: pageParagraphs(pages), pagesWithoutText });
  } catch (error) {
    return fail(problemOf(error));
  } finally {
    await task.destroy();
  }
}

/** Not among the parameters any more in newer releases, and refused by the page's policy anyway. */
const noEval = { isEvalSupported: false };

async function readPage(page: PDFPageProxy): Promise<Page> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const runs = items.flatMap((item): readonly PageRun[] => {
    if (!('str' in item) || item.str === '') return [];
    const [a, b, c, d, x, y] = numbers(item.transform);
    const [va, vb, vc, vd, ve, vf] = numbers(transform);
    const place = { x: va * x + vc * y + ve, y: vb * x + vd * y + vf };
    // Text set upright beside the page belongs to the page, not to the report.
    const isUpright = Math.abs(va * a + vc * b) < Math.abs(vb * a + vd * b);
    const size = Math.hypot(c, d);
    return isUpright || size === 0 ? [] : [{ text: item.str, ...place, width: item.width, size }];
  });
  page.cleanup();
  return { width, height, runs };
}

type Matrix = readonly [number, number, number, number, number, number];

function numbers(matrix: readonly unknown[]): Matrix {
  const at = (place: number): number => Number(matrix[place] ?? 0);
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

function problemOf(error: unknown): FileProblem {
  const name = error instanceof Error ? error.name : '';
  // What can be opened once the password is known.
  if (name === 'PasswordException') return { code: 'needs-password', detail: 'PDF' };
  return { code: 'parse-failed', detail: error instanceof Error ? error.message : 'PDF' };
}
