import { compareAnnotations } from '../annotation-order';
import { codePath, codesInOrder, pathSeparator } from '../codebook/code-tree';
import { foldWords } from '../codebook/fold-name';
import type { Annotation } from '../model/annotation';
import type { Code } from '../model/code';
import type { Document } from '../model/document';
import type { Id } from '../model/identity';
import type { Memo, MemoTargetKind } from '../model/memo';

/** What a memo is about, as the project has it now. */
export type MemoSubject =
  | { readonly kind: 'project' }
  | { readonly kind: 'document'; readonly document: Document }
  | { readonly kind: 'code'; readonly code: Code; readonly path: string }
  | { readonly kind: 'annotation'; readonly annotation: Annotation; readonly document: Document | undefined }
  | {
      readonly kind: 'coding';
      readonly annotation: Annotation;
      readonly document: Document | undefined;
      /** Absent when the codebook no longer holds it. */
      readonly code: Code | undefined;
    }
  /** It is no longer there; the memo is. */
  | { readonly kind: 'gone' };

export interface MemoEntry {
  readonly memo: Memo;
  readonly subject: MemoSubject;
}

export interface MemoSources {
  /** In corpus order. */
  readonly documents: readonly Document[];
  readonly codes: readonly Code[];
  /** Annotations by the id of what a memo is on: their own, or that of one of their codings. */
  readonly holders: ReadonlyMap<Id, Annotation>;
}

export type MemoOrder = 'newest' | 'target';

export interface MemoFilter {
  /** All of them must occur, in the memo or in what it is about. */
  readonly words: string;
  readonly kind: MemoTargetKind | null;
  readonly coder_id: Id | null;
}

/** Memos with what they are about. */
export function memoEntries(memos: readonly Memo[], sources: MemoSources): readonly MemoEntry[] {
  const documents = new Map(sources.documents.map((document) => [document.id, document]));
  const codes = new Map(sources.codes.map((code) => [code.id, code]));
  const subjectOf = ({ target: { kind, id } }: Memo): MemoSubject => {
    if (kind === 'project') return { kind };
    if (kind === 'document') {
      const document = documents.get(id);
      return document === undefined ? { kind: 'gone' } : { kind, document };
    }
    if (kind === 'code') {
      const code = codes.get(id);
      return code === undefined
        ? { kind: 'gone' }
        : { kind, code, path: codePath(code, codes).join(pathSeparator) };
    }
    const annotation = sources.holders.get(id);
    if (annotation === undefined) return { kind: 'gone' };
    const document = documents.get(annotation.document_id);
    if (kind === 'annotation') return { kind, annotation, document };
    const coding = annotation.codings.find((one) => one.id === id);
    return { kind, annotation, document, code: codes.get(coding?.code_id ?? '') };
  };
  return memos.map((memo) => ({ memo, subject: subjectOf(memo) }));
}

/** Those that a filter lets through, in their order. */
export function filterMemos(entries: readonly MemoEntry[], filter: MemoFilter): readonly MemoEntry[] {
  const words = foldWords(filter.words)
    .split(' ')
    .filter((word) => word !== '');
  return entries.filter(({ memo, subject }) => {
    if (filter.kind !== null && memo.target.kind !== filter.kind) return false;
    if (filter.coder_id !== null && memo.coder_id !== filter.coder_id) return false;
    if (words.length === 0) return true;
    const held = foldWords([memo.text, ...subjectWords(subject)].join('\n'));
    return words.every((word) => held.includes(word));
  });
}

function subjectWords(subject: MemoSubject): readonly string[] {
  switch (subject.kind) {
    case 'project':
    case 'gone':
      return [];
    case 'document':
      return [subject.document.title];
    case 'code':
      return [subject.path];
    case 'annotation':
    case 'coding': {
      const { target } = subject.annotation;
      const quote = target.kind === 'passage' ? target.quote : '';
      const code = subject.kind === 'coding' ? (subject.code?.name ?? '') : '';
      return [quote, subject.document?.title ?? '', code];
    }
  }
}

/** Ranks of the kinds in the order by target; a document's passages stand below it. */
const ranks = { project: 0, document: 1, annotation: 1, coding: 1, code: 2, gone: 3 } as const;

/**
 * Newest change first; or by target: the project, then document by document with its passages in text order, then the
 * codebook in its order, then what is about things that are gone.
 */
export function orderMemos(
  entries: readonly MemoEntry[],
  order: MemoOrder,
  sources: MemoSources,
): readonly MemoEntry[] {
  if (order === 'newest') return [...entries].sort(byChange);
  const documents = new Map(sources.documents.map(({ id }, index) => [id, index]));
  const codes = new Map(codesInOrder(sources.codes).map(({ id }, index) => [id, index]));
  const placeOf = ({ subject }: MemoEntry): number => {
    if (subject.kind === 'document') return documents.get(subject.document.id) ?? documents.size;
    if (subject.kind === 'code') return codes.get(subject.code.id) ?? codes.size;
    const isWithin = subject.kind === 'annotation' || subject.kind === 'coding';
    return isWithin ? (documents.get(subject.annotation.document_id) ?? documents.size) : 0;
  };
  return [...entries].sort(
    (one, other) =>
      ranks[one.subject.kind] - ranks[other.subject.kind] ||
      placeOf(one) - placeOf(other) ||
      compareWithin(one.subject, other.subject) ||
      byChange(one, other),
  );
}

/** Of one document: itself, then its passages in text order, each before its codings. */
function compareWithin(one: MemoSubject, other: MemoSubject): number {
  const a = 'annotation' in one ? one.annotation : null;
  const b = 'annotation' in other ? other.annotation : null;
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return a.id === b.id
    ? Number(one.kind === 'coding') - Number(other.kind === 'coding')
    : compareAnnotations(a, b);
}

function byChange({ memo: one }: MemoEntry, { memo: other }: MemoEntry): number {
  if (one.modified_at !== other.modified_at) return one.modified_at < other.modified_at ? 1 : -1;
  return one.id < other.id ? -1 : Number(one.id !== other.id);
}
