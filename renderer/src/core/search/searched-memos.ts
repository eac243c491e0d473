/** Memos as a search goes through them. */
import type { CorpusDocument, TextCorpus } from '../corpus/text-corpus';
import { type MemoSources, memoEntries, orderMemos } from '../memo/memo-entries';
import type { Annotation } from '../model/annotation';
import type { Id } from '../model/identity';
import type { Memo } from '../model/memo';
import type { Pass } from '../model/pass';
import { factOf, type IndexedAnnotation } from '../query/passage-fact';
import type { PassageIndex } from '../query/passage-index';
import { type SearchEntry, wordsAlone } from './search-entry';
import { codeTitle } from './searched-codes';

/** A memo with the little that a search asks of what it is on. */
export interface SearchedMemo {
  readonly memo: Pick<Memo, 'id' | 'target' | 'coder_id' | 'text' | 'created_at'>;
  /** The passage that it is on; for one on a coding with that coding alone. null for what is on no passage. */
  readonly annotation: IndexedAnnotation | null;
}

/** All memos that hold words, in the order of what they are on. */
export function searchedMemos(
  memos: readonly Memo[],
  holders: ReadonlyMap<Id, Annotation>,
  sources: Pick<MemoSources, 'documents' | 'codes'>,
): readonly SearchedMemo[] {
  const all = { ...sources, holders };
  const worded = memos.filter(({ text }) => text.trim() !== '');
  return orderMemos(memoEntries(worded, all), 'target', all).map(({ memo, subject }) => {
    const { id, target, coder_id, text, created_at } = memo;
    const annotation = 'annotation' in subject ? indexed(subject.annotation, target.id) : null;
    return { memo: { id, target, coder_id, text, created_at }, annotation };
  });
}

function indexed(annotation: Annotation, target: Id): IndexedAnnotation {
  const { id, document_id, coder_id, round, speaker_ids, review, created_at } = annotation;
  const own = annotation.codings.filter((coding) => coding.id === target);
  const codings = own.length > 0 ? own : annotation.codings;
  return {
    ...{ id, document_id, coder_id, round, created_at, target: { kind: 'document' } },
    ...(speaker_ids === undefined ? {} : { speaker_ids }),
    ...(review === undefined ? {} : { review }),
    codings: codings.map(({ code_id, stance }) => ({ code_id, ...(stance === undefined ? {} : { stance }) })),
  };
}

const nowhere: CorpusDocument = {
  ...{ id: '', title: '', order: 0, path: '', text_sha256: '', words: 0, values: {} },
};

/**
 * Each memo as a text of its own: filters of documents are asked of the document that it is on, `coder:` of who wrote
 * it, `code:`, `speaker:` and `stance:` of the passage, coding or code that it is on.
 */
export function memoSearchEntries(
  memos: readonly SearchedMemo[],
  corpus: Pick<TextCorpus, 'find'>,
  passages: PassageIndex,
): readonly SearchEntry[] {
  return memos.map(({ memo, annotation }): SearchEntry => {
    const { id, target, coder_id, text, created_at } = memo;
    const home =
      annotation?.document_id ?? target.document_id ?? (target.kind === 'document' ? target.id : '');
    // A memo is written in the coder's language, whatever the document's is.
    const { language: _, ...document } = corpus.find(home)?.document ?? nowhere;
    const codings = annotation?.codings ?? (target.kind === 'code' ? [{ code_id: target.id }] : []);
    const on: IndexedAnnotation = {
      ...{ id, document_id: document.id, round: 1, created_at, target: { kind: 'document' } },
      ...{ ...annotation, coder_id, codings },
    };
    const known = passages.documentById(home);
    return {
      document: target.kind === 'code' ? { ...document, title: codeTitle(target.id, passages) } : document,
      content: wordsAlone(text),
      holder: { kind: 'memo', target, annotation_id: annotation?.id ?? null },
      indexed: {
        ...{ id: home, document: known?.document ?? null, sorted: true },
        ...{ facts: [factOf(on, passages.numbers)], passes: known?.passes ?? new Map<Id, Pass>() },
      },
    };
  });
}
