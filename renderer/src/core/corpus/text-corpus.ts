/**
 * The frozen texts of a corpus in memory, in its order, kept up with every commit. Search and copy groups read the same
 * one, so that each text is there once.
 */
import type { Written } from '../change/prepare';
import type { Document } from '../model/document';
import type { Id, Sha256 } from '../model/identity';
import { type HeldText, holdText } from '../text/held-text';
import { documentLanguage } from './document-language';
import { HeldContent } from './held-content';
import { type PackedStructure, packStructure } from './packed-structure';

/** What is kept of a document's record; the language as a tag. */
export type CorpusDocument = Pick<
  Document,
  'id' | 'title' | 'order' | 'path' | 'language' | 'text_sha256' | 'words' | 'version_of' | 'values'
>;

/** A frozen text with its blocks and sentences. Another object whenever one of them is another. */
export interface CorpusText extends PackedStructure {
  readonly sha256: Sha256;
  readonly text: string;
}

export interface CorpusEntry {
  readonly document: CorpusDocument;
  /** null until the text has come, and where it is missing. */
  readonly content: CorpusText | null;
}

export interface CorpusRecords {
  readonly documents?: readonly CorpusDocument[];
  readonly structures?: readonly (readonly [document_id: Id, structure: PackedStructure])[];
  readonly texts?: readonly { readonly sha256: Sha256; readonly text: string }[];
}

/** A write that concerns the corpus; `null` takes away. */
export type CorpusWrite =
  | { readonly table: 'document'; readonly id: Id; readonly record: CorpusDocument | null }
  | { readonly table: 'structure'; readonly id: Id; readonly record: PackedStructure | null };

/** Documents whose text or structure came, is another, or is there no more. Titles and attributes are not told of. */
export interface CorpusChange {
  readonly came: readonly Id[];
  readonly went: readonly Id[];
}

export interface TextCorpus {
  /** Takes in records that were read, in any order. */
  add(records: CorpusRecords): void;
  /** Follows writes in the order in which they were made. The text of a new document comes with a later `add`. */
  follow(writes: readonly CorpusWrite[]): void;
  /** In the order of the corpus; the same array until a document comes, goes or moves, or a text comes. */
  entries(): readonly CorpusEntry[];
  find(id: Id): CorpusEntry | undefined;
  /** Told after each `add` and `follow` that changed a text. Returns the undo. */
  subscribe(listener: (change: CorpusChange) => void): () => void;
}

/** `language_id`: the attribute that says in which language a document is. */
export function corpusDocument(document: Document, language_id: Id | undefined): CorpusDocument {
  const { id, title, order, path, text_sha256, words, version_of, values } = document;
  const language = documentLanguage(document, language_id);
  return {
    id,
    title,
    order,
    path,
    text_sha256,
    words,
    values,
    ...(language === undefined ? {} : { language }),
    ...(version_of === undefined ? {} : { version_of }),
  };
}

/** The writes that concern the corpus, made small; `language_id` as above. */
export function corpusWrites(
  written: readonly Written[],
  language_id: Id | undefined,
): readonly CorpusWrite[] {
  return written.flatMap((write): readonly CorpusWrite[] => {
    const { id } = write;
    if (write.table === 'document')
      return [
        {
          ...{ table: 'document', id },
          record: write.record === null ? null : corpusDocument(write.record, language_id),
        },
      ];
    if (write.table === 'structure')
      return [{ table: 'structure', id, record: write.record === null ? null : packStructure(write.record) }];
    return [];
  });
}

interface KeptEntry extends CorpusEntry {
  readonly content: HeldContent | null;
}

interface Kept {
  document: CorpusDocument | null;
  structure: PackedStructure | null;
  /** The text that `document` names. */
  text: HeldText | null;
  entry: KeptEntry | null;
}

export function createTextCorpus(): TextCorpus {
  const byId = new Map<Id, Kept>();
  /** Documents that wait for a text. */
  const waiting = new Map<Sha256, Set<Id>>();
  const listeners = new Set<(change: CorpusChange) => void>();
  let order: readonly CorpusEntry[] | null = null;
  let touched = new Map<Id, HeldContent | null>();

  const at = (id: Id): Kept => {
    let kept = byId.get(id);
    if (kept === undefined) {
      kept = { document: null, structure: null, text: null, entry: null };
      byId.set(id, kept);
    }
    return kept;
  };

  const touch = (id: Id, { entry }: Kept): void => {
    if (!touched.has(id)) touched.set(id, entry?.content ?? null);
    order = null;
  };

  const putDocument = (id: Id, document: CorpusDocument | null): void => {
    const kept = at(id);
    touch(id, kept);
    const before = kept.document?.text_sha256;
    waiting.get(before ?? '')?.delete(id);
    kept.document = document;
    if (document?.text_sha256 !== before) kept.text = null;
    if (document === null || kept.text !== null) return;
    const waiters = waiting.get(document.text_sha256) ?? new Set<Id>();
    waiting.set(document.text_sha256, waiters.add(id));
  };

  const putStructure = (id: Id, structure: PackedStructure | null): void => {
    const kept = at(id);
    touch(id, kept);
    kept.structure = structure;
  };

  const putText = (sha256: Sha256, text: string): void => {
    const waiters = waiting.get(sha256);
    if (waiters === undefined) return;
    const held = holdText(text);
    for (const id of waiters) {
      const kept = at(id);
      touch(id, kept);
      kept.text = held;
    }
    waiting.delete(sha256);
  };

  /** Makes the entries of what was touched anew, and tells of texts that are others now. */
  const settle = (): void => {
    const came: Id[] = [];
    const went: Id[] = [];
    for (const [id, before] of touched) {
      const kept = at(id);
      const entry = entryOf(kept, before);
      kept.entry = entry;
      const now = entry?.content ?? null;
      if (now !== before) (now === null ? went : came).push(id);
      if (kept.document === null && kept.structure === null) byId.delete(id);
    }
    touched = new Map();
    if (came.length > 0 || went.length > 0) for (const listener of [...listeners]) listener({ came, went });
  };

  return {
    add: ({ documents = [], structures = [], texts = [] }) => {
      for (const document of documents) putDocument(document.id, document);
      for (const [id, structure] of structures) putStructure(id, structure);
      for (const { sha256, text } of texts) putText(sha256, text);
      settle();
    },
    follow: (writes) => {
      for (const write of writes) {
        if (write.table === 'document') putDocument(write.id, write.record);
        else putStructure(write.id, write.record);
      }
      settle();
    },
    entries: () => {
      order ??= [...byId.values()].flatMap(({ entry }) => entry ?? []).sort(byOrder);
      return order;
    },
    find: (id) => byId.get(id)?.entry ?? undefined,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

function entryOf({ document, structure, text }: Kept, before: HeldContent | null): KeptEntry | null {
  if (document === null) return null;
  if (structure === null || text === null) return { document, content: null };
  const isSame = before !== null && before.held === text && before.packed === structure.packed;
  // The hash is that of the document: read with the text it would be there twice.
  return { document, content: isSame ? before : new HeldContent(document.text_sha256, text, structure) };
}

function byOrder({ document: one }: CorpusEntry, { document: other }: CorpusEntry): number {
  return one.order - other.order || Number(one.id > other.id) - Number(one.id < other.id);
}
