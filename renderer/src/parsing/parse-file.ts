import { articleDocument } from '@core/articles/article-document';
import { type SplitFile, splitArticles } from '@core/articles/split-articles';
import { parseStructure } from '@core/structure/parse-structure';
import type { Outcome, ParsedDocument, ParseJob, Repair } from '@preload/contract';
import { loadLanguageDetector } from './detect-language';
import type { FileProblem } from './file-problem';
import { joinParagraphs } from './join-paragraphs';
import type { MarkedText } from './parse-html';
import { readDocumentFile } from './read-document-file';

/**
 * One file as frozen texts with their structure, or why there is none; several where it is the download of a news
 * archive. Everything in it is foreign and nothing of it runs.
 */
export async function parseFile(job: ParseJob): Promise<Outcome<readonly ParsedDocument[]>> {
  const { path, icu } = job;
  const failed = (problem: FileProblem): Outcome<never> => ({ ok: false, error: { ...problem, file: path } });
  const read = await readDocumentFile(job);
  if (!read.ok) return failed(read.error);
  const { paragraphs, texts, encoding, repairs } = read.value;
  const split = splitArticles(paragraphs);
  const marked = split === null ? texts() : split.articles.map(articleText);
  const withText = marked.filter(({ text }) => text.trim() !== '');
  if (withText.length === 0) return failed({ code: 'no-text' });
  const notes = [...repairs, ...(split === null ? [] : splitNotes(split))];
  const detectLanguage = await loadLanguageDetector();
  const value = withText.map(({ text, hints }, at): ParsedDocument => {
    const structure = parseStructure(text, { icu, pathName: path, hints, detectLanguage });
    return { text, encoding, repairs: at === 0 ? notes : [], structure: JSON.stringify(structure) };
  });
  return { ok: true, value };
}

function articleText(article: SplitFile['articles'][number]): MarkedText {
  const { paragraphs, title, values } = articleDocument(article);
  const { text, paragraphs: placed } = joinParagraphs(paragraphs);
  return { text, hints: { ...(title === undefined ? {} : { title }), paragraphs: placed, values } };
}

/** Names that a note may hold, and units of each. */
const mostNames = 5;
const longestName = 80;

/** What a person should know of it: that it was split, and what went into no document. */
function splitNotes({ articles, leftOut, archive }: SplitFile): readonly Repair[] {
  const empty = leftOut.filter(({ reason }) => reason === 'no-text');
  const front = leftOut.filter(({ reason }) => reason === 'front');
  const namesOf = (parts: SplitFile['leftOut']): string =>
    parts
      .slice(0, mostNames)
      .map(({ first }) => `“${first.slice(0, longestName)}”`)
      .join(', ') + (parts.length > mostNames ? ' …' : '');
  return [
    { code: 'split', count: articles.length, detail: archive },
    ...(empty.length > 0
      ? [{ code: 'articles-without-text', count: empty.length, detail: namesOf(empty) } as const]
      : []),
    ...(front.length > 0
      ? [
          {
            code: 'lines-left-out',
            count: front.reduce((sum, { lines }) => sum + lines, 0),
            detail: namesOf(front),
          } as const,
        ]
      : []),
  ];
}
