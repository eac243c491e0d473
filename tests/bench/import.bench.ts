import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, promises, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { docx, odt, rtf } from '../support/office-files';
import { pdf, pdfLines } from '../support/pdf-file';
import { keepFigure, size } from './support/figures';
import { drive } from './support/program';
import { Chance, writeProse } from './support/prose';

/** Files kept before their folders are synced, as the program does it. */
const keptTogether = 192;

/**
 * Milliseconds to read and hash all files of a folder and to keep each durably by its hash: written, synced and named,
 * named once more as the text that it is, and both folders synced. Plain Node, and nothing else is done.
 */
async function keepAll(folder: string, into: string): Promise<number> {
  const begun = performance.now();
  const names = readdirSync(folder);
  for (let at = 0; at < names.length; at += keptTogether) {
    const folders = new Set<string>();
    const keepOne = async (name: string): Promise<void> => {
      const bytes = await promises.readFile(join(folder, name));
      const hash = createHash('sha256').update(bytes).digest('hex');
      const [raw, texts] = ['raw', 'texts'].map((kind) => join(into, kind, hash.slice(0, 2)));
      if (raw === undefined || texts === undefined) return;
      for (const each of [raw, texts]) {
        folders.add(each);
        mkdirSync(each, { recursive: true });
      }
      const file = await promises.open(join(raw, `${hash}.new`), 'wx');
      await file.writeFile(bytes);
      await file.sync();
      await file.close();
      await promises.rename(join(raw, `${hash}.new`), join(raw, hash));
      await promises.link(join(raw, hash), join(texts, hash));
    };
    await Promise.all(names.slice(at, at + keptTogether).map(keepOne));
    await Promise.all([...folders].map(syncFolder));
  }
  return performance.now() - begun;
}

async function syncFolder(folder: string): Promise<void> {
  const open = await promises.open(folder, 'r');
  await open.sync();
  await open.close();
}

interface Measured {
  /** What comes in, in words. */
  readonly what: string;
  readonly count: number;
  /** Bar of the time it takes, in milliseconds; null where only the window's answering counts. */
  readonly most: number | null;
  /** File `n`: its name and what it holds. */
  readonly file: (n: number) => readonly [name: string, content: string | Uint8Array];
}

async function measureImport({ what, count, most, file }: Measured): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'framewright-bench-'));
  const corpus = join(folder, 'wire');
  mkdirSync(corpus);
  for (let n = 0; n < count; n += 1) {
    const [name, content] = file(n);
    writeFileSync(join(corpus, name), content);
  }
  const yardstick = await keepAll(corpus, join(folder, 'kept'));
  const { page, close } = await drive({
    userData: join(folder, 'profile'),
    switches: ['--coder=Bench', `--corpus=${corpus}`],
  });
  try {
    // The first document opens when all are in.
    const result = await page.evaluate(
      () =>
        new Promise<{ readonly end: number; readonly stalls: readonly number[] }>((resolve) => {
          const stalls: number[] = [];
          // How long the window takes to appear has a row of its own: it counts from when it says that it imports.
          let isImporting = false;
          let last = performance.now();
          const look = (): void => {
            const now = performance.now();
            if (isImporting && now - last > 50) stalls.push(now - last);
            isImporting ||= document.querySelector('[role="progressbar"]') !== null;
            last = now;
            if (document.querySelector('article[aria-label]') === null) requestAnimationFrame(look);
            else resolve({ end: now, stalls });
          };
          requestAnimationFrame(look);
        }),
    );
    const rows = await page.getByRole('option').first().getAttribute('aria-setsize');
    keepFigure({
      row: 'import',
      what: `import ${count} ${what} by --corpus, page loaded to first article open`,
      unit: 'ms',
      value: result.end,
      yardstick: { what: 'keeping the same files durably in Node, and nothing else', value: yardstick },
      bar: most === null ? null : `${most / 1_000} s`,
      reached: most === null ? null : result.end <= most,
      note: `${Math.round((count * 1_000) / result.end)} documents a second; ${rows ?? 'few'} listed`,
    });
    const longest = Math.max(0, ...result.stalls);
    keepFigure({
      row: 'import',
      what: `longest time between two frames of the window meanwhile (${what})`,
      unit: 'ms',
      value: longest,
      yardstick: null,
      bar: 'answering throughout (100 ms)',
      reached: longest <= 100,
      note: `${result.stalls.length} over 50 ms, ${result.stalls.filter((stall) => stall > 100).length} over 100`,
    });
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
}

test('import: ten thousand articles of four hundred words', () =>
  measureImport({
    what: 'articles of 400 words',
    count: size(10_000),
    most: 20_000,
    file: (n) => [`${String(n).padStart(5, '0')}.txt`, `${writeProse(new Chance(50_000 + n), 400).text}\n`],
  }));

/** One text in each of the kinds that offices use, in turn. */
function officeFile(n: number): readonly [name: string, content: Uint8Array] {
  const { text } = writeProse(new Chance(90_000 + n), 400);
  const paragraphs = text.split(/\n+/).filter((paragraph) => paragraph !== '');
  const name = String(n).padStart(4, '0');
  switch (n % 4) {
    case 0:
      return [`${name}.docx`, docx(paragraphs)];
    case 1:
      return [`${name}.odt`, odt(paragraphs.map((each) => `<text:p>${each}</text:p>`).join(''))];
    case 2:
      return [`${name}.rtf`, rtf(paragraphs)];
    default: {
      const lines = paragraphs.flatMap((each) => each.match(/.{1,80}(?:\s|$)/g) ?? []);
      const pages = Array.from({ length: Math.ceil(lines.length / 55) }, (_, page) =>
        pdfLines(lines.slice(page * 55, (page + 1) * 55), 60, 780),
      );
      return [`${name}.pdf`, pdf(pages)];
    }
  }
}

test('import: five hundred office files and PDFs, mixed', () =>
  measureImport({
    what: 'Word, OpenDocument, rich text and PDF files',
    count: size(500),
    most: null,
    file: officeFile,
  }));
