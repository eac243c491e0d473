import { maybeDownload } from '@core/articles/article-layout';
import { fail, type Result, succeed } from '@core/result';
import { canonicalText } from '@core/text/canonical-text';
import type { DetectedEncoding, ParseJob, Repair } from '@preload/contract';
import { compoundKind } from './compound-file';
import { decodeBytes } from './decode-bytes';
import type { PageParagraph } from './element-paragraphs';
import type { FileProblem } from './file-problem';
import { parseDocx } from './parse-docx';
import { isMail, parseEml } from './parse-eml';
import { parseEpub } from './parse-epub';
import { type MarkedText, markedText, parseHtml } from './parse-html';
import { parseMarkdown } from './parse-markdown';
import { parseOdt } from './parse-odt';
import { parsePdf } from './parse-pdf';
import { parseRtf } from './parse-rtf';
import { parseXlsx } from './parse-xlsx';
import { archiveName } from './sniff-bytes';
import { type FileKind, sniffKind } from './sniff-kind';
import { type TableTexts, tableTexts } from './table-texts';
import { type TextTableKind, textTable } from './text-table';

/** What a file of any kind says, before anything is known of its structure. */
export interface DocumentFile {
  /** In which an archive's download can be recognised; empty where it is none for sure. */
  readonly paragraphs: readonly PageParagraph[];
  /** The documents of any other file, nearly always one. */
  readonly texts: () => readonly MarkedText[];
  readonly encoding: DetectedEncoding;
  readonly repairs: readonly Repair[];
}

type Reading<T> = Result<T, FileProblem>;
type OfficeKind = Exclude<FileKind, 'plain' | 'compound'>;

/** Office files say themselves how their characters are written, part by part. */
const ownEncoding: DetectedEncoding = { label: 'utf-8', told_by: 'declaration', confidence: 1 };

const plainText = async (paragraphs: Promise<Reading<readonly PageParagraph[]>>) =>
  asFile(await paragraphs, []);

type OfficeReader = (
  bytes: Uint8Array,
  job: Pick<ParseJob, 'password' | 'columns'>,
) => Promise<Reading<DocumentFile>>;
const officeReaders: Readonly<Record<OfficeKind, OfficeReader>> = {
  docx: (bytes) => plainText(parseDocx(bytes)),
  odt: (bytes) => plainText(Promise.resolve(parseOdt(bytes))),
  rtf: (bytes) => plainText(parseRtf(bytes)),
  pdf: async (bytes, { password }) => {
    const read = await parsePdf(bytes, password);
    if (!read.ok) return read;
    const { paragraphs, pagesWithoutText: count } = read.value;
    return asFile(succeed(paragraphs), count > 0 ? [{ code: 'pages-without-text', count }] : []);
  },
  epub: (bytes) => {
    const read = parseEpub(bytes);
    if (!read.ok) return Promise.resolve(read);
    const { paragraphs, metadata } = read.value;
    return Promise.resolve(ownText([markedText(paragraphs, metadata)], []));
  },
  xlsx: (bytes, { columns }) => {
    const read = parseXlsx(bytes);
    if (!read.ok) return Promise.resolve(read);
    const { table, others } = read.value;
    const left = { code: 'sheets-left-out', count: others.length, detail: others.join(', ') } as const;
    return Promise.resolve(
      asRows(tableTexts(table, columns), others.length === 0 ? [] : [left], ownEncoding),
    );
  },
};

function ownText(texts: readonly MarkedText[], repairs: readonly Repair[]): Reading<DocumentFile> {
  return succeed({ paragraphs: [], texts: () => texts, encoding: ownEncoding, repairs });
}

function asRows(
  read: Reading<TableTexts>,
  repairs: readonly Repair[],
  encoding: DetectedEncoding,
): Reading<DocumentFile> {
  if (!read.ok) return read;
  const { texts, repairs: rows } = read.value;
  return succeed({ paragraphs: [], texts: () => texts, encoding, repairs: [...repairs, ...rows] });
}

function asFile(read: Reading<readonly PageParagraph[]>, repairs: readonly Repair[]): Reading<DocumentFile> {
  if (!read.ok) return read;
  const paragraphs = read.value;
  return succeed({ paragraphs, texts: () => [markedText(paragraphs)], encoding: ownEncoding, repairs });
}

type TextKind = 'text' | 'markdown' | 'html';
const kindByEnding: Readonly<Record<string, TextKind>> = {
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
};
/** Of text alone nobody can tell that it is a table; one that is none by its content is refused by name. */
export const tableByEnding: Readonly<Record<string, TextTableKind>> = {
  ...{ csv: 'csv', tsv: 'csv', tab: 'csv', json: 'json', jsonl: 'jsonl', ndjson: 'jsonl' },
};
const officeEnding = /\.(?:docx|xlsx|odt|epub|pdf|rtf)$/i;
const startsAsPage =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;
const hasTags = /<\/?[a-z][^<>]*>/i;

/** The kind is told by what a file is, before what its name says. */
export async function readDocumentFile(job: ParseJob): Promise<Reading<DocumentFile>> {
  const kind = sniffKind(job.bytes);
  if (kind === 'compound') return fail(compoundProblem(job.bytes));
  if (kind === 'plain' && isMail(job.bytes)) {
    const { text, repairs } = await parseEml(job.bytes);
    return ownText([text], repairs);
  }
  return kind === 'plain' ? readTextFile(job) : officeReaders[kind](job.bytes, job);
}

/** Nothing is read of them: what to do instead is said. */
function compoundProblem(bytes: Uint8Array): FileProblem {
  const kind = compoundKind(bytes);
  if (kind === 'locked') return { code: 'needs-password' };
  if (kind === 'other') return { code: 'binary-file', detail: 'office-file' };
  return { code: 'old-office', detail: kind };
}

async function readTextFile({
  bytes,
  path,
  encoding: chosen,
  whole_page,
  columns,
}: ParseJob): Promise<Reading<DocumentFile>> {
  const decoded = await decodeBytes(bytes, chosen);
  if (!decoded.ok) {
    // Too little is left of it to tell what it was, but for its name.
    const isCut = officeEnding.test(path) && decoded.error.detail === archiveName;
    return isCut ? fail({ code: 'archive-broken', detail: endingOf(path) }) : decoded;
  }
  const { encoding, replaced } = decoded.value;
  const canonical = canonicalText(decoded.value.text);
  const repairs: readonly Repair[] = [
    ...(replaced > 0 ? [{ code: 'replaced-bytes', count: replaced } as const] : []),
    ...canonical.repairs,
  ];
  // Broken off at its beginning, or never what its name says. A page is one under any name.
  if (officeEnding.test(path) && !startsAsPage.test(canonical.text))
    return fail({ code: 'archive-broken', detail: endingOf(path) });
  const table = tableByEnding[endingOf(path)];
  if (table !== undefined) {
    const read = textTable(table, canonical.text);
    return asRows(read.ok ? tableTexts(read.value, columns) : read, repairs, encoding);
  }
  const read = readMarked(kindOf(path, canonical.text), canonical.text, whole_page === true);
  return succeed({ ...read, encoding, repairs });
}

function readMarked(
  kind: TextKind,
  text: string,
  isWhole: boolean,
): Pick<DocumentFile, 'paragraphs' | 'texts'> {
  switch (kind) {
    case 'text':
      return {
        paragraphs: maybeDownload.test(text) ? linesOf(text) : [],
        texts: () => [{ text, hints: {} }],
      };
    case 'markdown':
      return { paragraphs: [], texts: () => [parseMarkdown(text)] };
    case 'html': {
      const { paragraphs, main } = parseHtml(text);
      return { paragraphs, texts: () => [main(isWhole)] };
    }
  }
}

function linesOf(text: string): readonly PageParagraph[] {
  return text.split('\n').map((line) => ({ text: line, role: 'text' }));
}

export function endingOf(path: string): string {
  return /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}

function kindOf(path: string, text: string): TextKind {
  if (startsAsPage.test(text)) return 'html';
  const kind = kindByEnding[endingOf(path)] ?? 'text';
  return kind === 'html' && !hasTags.test(text) ? 'text' : kind;
}
