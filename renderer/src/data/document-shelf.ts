/** Documents and texts at hand: those read last, and the neighbours of the one that is read, fetched ahead. */
import type { Id, Sha256 } from '@core/model/identity';
import type { Bridge } from '@preload/contract';
import type { Committer } from './commit';
import { type OpenDocument, openDocument } from './open-document';
import type { WorkingStore } from './working-store';

/** What is kept at most. The document taken last is always kept. */
const kept = { documents: 8, annotations: 40_000, textUnits: 4 * 1024 * 1024 } as const;

export interface DocumentShelf {
  /** The document with this id, kept up with every commit; the same object until others push it off the shelf. */
  take(id: Id): OpenDocument;
  /** A frozen text where it is at hand, else undefined. */
  text(hash: Sha256): string | undefined;
  /** A frozen text by its hash, from main where it is not at hand; null where it is missing. */
  readText(hash: Sha256): Promise<string | null>;
  /** Reads ahead what opening this document takes. Never rejects. */
  prefetch(id: Id, hash: Sha256): Promise<void>;
}

export function createDocumentShelf(
  bridge: Bridge,
  store: WorkingStore,
  committer: Committer,
): DocumentShelf {
  /** The one taken last comes last. */
  const documents = new Map<Id, OpenDocument>();
  const texts = new Map<Sha256, string>();
  let taken: Id | null = null;

  const put = (id: Id): OpenDocument => {
    let document = documents.get(id);
    if (document?.getSnapshot().state === 'failed') {
      document.close();
      document = undefined;
    }
    document ??= openDocument(store, committer, id);
    documents.delete(id);
    documents.set(id, document);
    prune();
    return document;
  };

  const prune = (): void => {
    let annotations = 0;
    for (const document of documents.values()) annotations += document.getSnapshot().annotations.length;
    for (const [id, document] of documents) {
      if (documents.size <= kept.documents && annotations <= kept.annotations) return;
      if (id === taken || documents.size === 1) continue;
      documents.delete(id);
      annotations -= document.getSnapshot().annotations.length;
      document.close();
    }
  };

  const keepText = (hash: Sha256, text: string): void => {
    texts.delete(hash);
    texts.set(hash, text);
    let units = 0;
    for (const each of texts.values()) units += each.length;
    for (const [oldest, each] of texts) {
      if (units <= kept.textUnits || texts.size === 1) return;
      texts.delete(oldest);
      units -= each.length;
    }
  };

  const readText = async (hash: Sha256): Promise<string | null> => {
    const known = texts.get(hash);
    if (known !== undefined) return known;
    const [read] = await bridge.readTexts([hash]);
    const text = read?.text ?? null;
    // A missing text may be put back.
    if (text !== null) keepText(hash, text);
    return text;
  };

  return {
    take: (id) => {
      taken = id;
      return put(id);
    },
    text: (hash) => {
      const text = texts.get(hash);
      if (text !== undefined) keepText(hash, text);
      return text;
    },
    readText,
    prefetch: async (id, hash) => {
      const document = documents.get(id) ?? put(id);
      await Promise.allSettled([document.ready, readText(hash)]);
      prune();
    },
  };
}
