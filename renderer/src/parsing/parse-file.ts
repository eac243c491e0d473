import { parseStructure } from '@core/structure/parse-structure';
import { canonicalText } from '@core/text/canonical-text';
import type { Json, Outcome, ParsedDocument, ParseJob, Problem, Repair } from '@preload/contract';
import { decodeBytes } from './decode-bytes';
import { type MarkedText, parseHtml } from './parse-html';
import { parseMarkdown } from './parse-markdown';

type Kind = 'text' | 'markdown' | 'html';

const kindByEnding: Readonly<Record<string, Kind>> = {
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
};
const startsAsPage =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;
const hasTags = /<\/?[a-z][^<>]*>/i;
const isRichText = /^\s*\{\\rtf/;

const readers: Readonly<Record<Kind, (text: string) => MarkedText>> = {
  text: (text) => ({ text, hints: {} }),
  markdown: parseMarkdown,
  html: parseHtml,
};

/** One file as frozen text with its structure, or why there is none. Everything in it is foreign and nothing of it runs. */
export async function parseFile(job: ParseJob): Promise<Outcome<readonly ParsedDocument[]>> {
  const { path, bytes, icu } = job;
  const failed = (problem: Omit<Problem, 'file'>): Outcome<never> => ({
    ok: false,
    error: { ...problem, file: path },
  });
  const decoded = await decodeBytes(bytes, job.encoding);
  if (!decoded.ok) return failed(decoded.error);
  const { encoding, replaced } = decoded.value;
  const canonical = canonicalText(decoded.value.text);
  if (isRichText.test(canonical.text)) return failed({ code: 'unknown-kind', detail: 'RTF' });

  const { text, hints } = readers[kindOf(path, canonical.text)](canonical.text);
  if (text.trim() === '') return failed({ code: 'no-text' });
  const repairs: readonly Repair[] = [
    ...(replaced > 0 ? [{ code: 'replaced-bytes', count: replaced } as const] : []),
    ...canonical.repairs,
  ];
  const structure = parseStructure(text, { icu, pathName: path, hints });
  // A structure is plain data; interfaces only lack the index signature that would let the compiler see it.
  return { ok: true, value: [{ text, encoding, repairs, structure: structure as unknown as Json }] };
}

/** By what the text is, before what its name says. */
function kindOf(path: string, text: string): Kind {
  if (startsAsPage.test(text)) return 'html';
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const kind = kindByEnding[ending] ?? 'text';
  return kind === 'html' && !hasTags.test(text) ? 'text' : kind;
}
