/** Codes as a search goes through them. */
import { codePath, codesInOrder, pathSeparator } from '../codebook/code-tree';
import type { TextCorpus } from '../corpus/text-corpus';
import type { Code } from '../model/code';
import type { Id } from '../model/identity';
import { factOf } from '../query/passage-fact';
import type { PassageIndex } from '../query/passage-index';
import { type CodeField, type SearchEntry, wordsAlone } from './search-entry';

/** The path of a code; empty where there is none of the id. */
export function codeTitle(id: Id, { codes }: Pick<PassageIndex, 'codes'>): string {
  const code = codes.get(id);
  return code === undefined ? '' : codePath(code, codes).join(pathSeparator);
}

/** Parts the words of a code, so that no phrase is found across two of them. */
const between = '\n\n';

/**
 * Each code of the codebook as a text of its own: name, definition, what to include and exclude, indicator words, and
 * the passages given as examples. `code:` keeps a code with all below it, `title:` is asked of its path.
 */
export function codeSearchEntries(
  passages: PassageIndex,
  corpus: Pick<TextCorpus, 'find'>,
): readonly SearchEntry[] {
  return codesInOrder([...passages.codes.values()]).map((code, order): SearchEntry => {
    const parts: { readonly field: CodeField; readonly start: number; readonly end: number }[] = [];
    let text = '';
    for (const [field, words] of wordsOf(code, passages, corpus)) {
      if (text !== '') text += between;
      parts.push({ field, start: text.length, end: text.length + words.length });
      text += words;
    }
    const fact = factOf(
      {
        ...{ id: code.id, document_id: '', target: { kind: 'document' }, coder_id: '', round: 1 },
        ...{ created_at: '', codings: [{ code_id: code.id }] },
      },
      passages.numbers,
    );
    const title = codeTitle(code.id, passages);
    return {
      document: { ...{ id: '', title, order, path: '', text_sha256: '', words: 0, values: {} } },
      content: wordsAlone(text),
      holder: { kind: 'code', code_id: code.id, parts },
      indexed: { ...{ id: '', document: null, sorted: true, facts: [fact], passes: new Map() } },
    };
  });
}

function wordsOf(
  code: Code,
  passages: PassageIndex,
  corpus: Pick<TextCorpus, 'find'>,
): readonly (readonly [field: CodeField, words: string])[] {
  const examples = code.examples.flatMap((id) => {
    const fact = passages.find(id);
    const text =
      fact === undefined || fact.start < 0 ? undefined : corpus.find(fact.document_id)?.content?.text;
    return text === undefined || fact === undefined ? [] : [text.slice(fact.start, fact.end)];
  });
  const all = [
    ['name', code.name],
    ['description', code.description],
    ['include', code.include],
    ['exclude', code.exclude],
    ['indicators', code.indicators ?? ''],
    ...examples.map((words) => ['example', words] as const),
  ] as const;
  return all.filter(([, words]) => words.trim() !== '');
}
