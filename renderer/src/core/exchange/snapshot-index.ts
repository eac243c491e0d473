import { compareAnnotations } from '../annotation-order';
import { codePath, codesInOrder, pathSeparator } from '../codebook/code-tree';
import { documentLanguage, languageAttribute } from '../corpus/document-language';
import type { Actor } from '../model/actor';
import type { Annotation, Coding } from '../model/annotation';
import type { Attribute } from '../model/attribute';
import type { Code } from '../model/code';
import type { Coder } from '../model/coder';
import type { Document } from '../model/document';
import type { Id } from '../model/identity';
import type { Memo } from '../model/memo';
import type { Property } from '../model/property';
import { type CopyGroupCell, type CopyGroupsOf, copyGroupCells } from './copy-groups-of';
import type { ProjectSnapshot } from './project-snapshot';

/** What every exporter looks up, in the order in which every exporter writes it. */
export interface SnapshotIndex {
  readonly snapshot: ProjectSnapshot;
  /** By their order in the corpus. */
  readonly documents: readonly Document[];
  /** By document, start, end; those of a whole document come first. */
  readonly annotations: readonly Annotation[];
  /** Depth first. */
  readonly codes: readonly Code[];
  readonly coders: readonly Coder[];
  /** By key. */
  readonly attributes: readonly Attribute[];
  /** By key. */
  readonly properties: readonly Property[];
  readonly documentById: ReadonlyMap<Id, Document>;
  readonly codeById: ReadonlyMap<Id, Code>;
  readonly coderById: ReadonlyMap<Id, Coder>;
  readonly actorById: ReadonlyMap<Id, Actor>;
  /** "External interference > Colour revolution". */
  readonly pathByCode: ReadonlyMap<Id, string>;
  /** Place in the codebook read depth first. */
  readonly rankByCode: ReadonlyMap<Id, number>;
  /** Tags of the languages of documents, where they are known. */
  readonly languageByDocument: ReadonlyMap<Id, string>;
  /** Groups of reprinted sentences that a stretch lies in; always empty where they were not looked for. */
  readonly copyGroup: CopyGroupCell;
  /** By the record they are about, oldest first. */
  readonly memosByTarget: ReadonlyMap<Id, readonly Memo[]>;
}

/** By UTF-16 units, so that the order is the same on every system. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function byId<T extends { readonly id: Id }>(records: readonly T[]): ReadonlyMap<Id, T> {
  return new Map(records.map((record) => [record.id, record]));
}

/** The records sorted by the text that `key` gives, and by id where those are equal. */
export function sortedBy<T extends { readonly id: Id }>(
  records: readonly T[],
  key: (record: T) => string,
): readonly T[] {
  return records.toSorted((a, b) => compareText(key(a), key(b)) || compareText(a.id, b.id));
}

function sortedAnnotations(snapshot: ProjectSnapshot, documents: readonly Document[]): readonly Annotation[] {
  const rank = new Map(documents.map(({ id }, index) => [id, index]));
  return snapshot.annotations
    .map((annotation) => ({ annotation, rank: rank.get(annotation.document_id) ?? documents.length }))
    .sort((a, b) => a.rank - b.rank || compareAnnotations(a.annotation, b.annotation))
    .map(({ annotation }) => annotation);
}

export function indexSnapshot(snapshot: ProjectSnapshot, copies?: CopyGroupsOf): SnapshotIndex {
  const documents = snapshot.documents.toSorted(
    (a, b) => a.order - b.order || compareText(a.path, b.path) || compareText(a.id, b.id),
  );
  const codes = codesInOrder(snapshot.codes);
  const codeById = byId(codes);
  const language = languageAttribute(snapshot.attributes);
  const memosByTarget = new Map<Id, Memo[]>();
  for (const memo of sortedBy(snapshot.memos, ({ created_at }) => created_at)) {
    const others = memosByTarget.get(memo.target.id);
    if (others) others.push(memo);
    else memosByTarget.set(memo.target.id, [memo]);
  }
  return {
    snapshot,
    documents,
    annotations: sortedAnnotations(snapshot, documents),
    codes,
    coders: sortedBy(snapshot.coders, ({ created_at }) => created_at),
    attributes: sortedBy(snapshot.attributes, ({ key }) => key),
    properties: sortedBy(snapshot.properties, ({ key }) => key),
    documentById: byId(documents),
    codeById,
    coderById: byId(snapshot.coders),
    actorById: byId(snapshot.actors),
    pathByCode: new Map(codes.map((code) => [code.id, codePath(code, codeById).join(pathSeparator)])),
    languageByDocument: new Map(
      documents.flatMap((document) => {
        const tag = documentLanguage(document, language);
        return tag === undefined ? [] : [[document.id, tag] as const];
      }),
    ),
    copyGroup: copyGroupCells(snapshot.structures, copies),
    rankByCode: new Map(codes.map(({ id }, index) => [id, index])),
    memosByTarget,
  };
}

/** The plain text of all memos about a record, parted by a blank line; empty when there is none. */
export function memoText(index: SnapshotIndex, target: Id): string {
  const memos = index.memosByTarget.get(target);
  if (memos === undefined) return '';
  return memos.length === 1 ? (memos[0]?.text ?? '') : memos.map(({ text }) => text).join('\n\n');
}

/** The codings of an annotation in the order of the codebook. */
export function codingsInOrder(index: SnapshotIndex, { codings }: Annotation): readonly Coding[] {
  if (codings.length < 2) return codings;
  const last = index.rankByCode.size;
  return codings.toSorted(
    (a, b) =>
      (index.rankByCode.get(a.code_id) ?? last) - (index.rankByCode.get(b.code_id) ?? last) ||
      compareText(a.created_at, b.created_at) ||
      compareText(a.id, b.id),
  );
}
