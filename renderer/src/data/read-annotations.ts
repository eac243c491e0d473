/** Whole annotations, with their memos and links, for commands that act on many at once. */
import type { Annotation } from '@core/model/annotation';
import type { Id } from '@core/model/identity';
import type { Memo } from '@core/model/memo';
import Dexie from 'dexie';
import { readDocumentPages } from './pages';
import { withTimeout } from './store-problem';
import type { WorkingStore } from './working-store';

export interface AnnotationsRead {
  /** Those of the wanted ones that are there, in the order asked for. */
  readonly annotations: readonly Annotation[];
  /** About them and their codings. */
  readonly memos: readonly Memo[];
}

/** Milliseconds after which a read counts as failed: one of a damaged store may never settle. */
const readTimeout = 30_000;
/** Documents whose pages are asked for together. */
const atATime = 200;
/** Documents from which on all memos of passages are read at once. */
const manyDocuments = 64;

/** Reads annotations by id, each document's pages once, and what was written about them. */
export async function readAnnotations(
  { database }: WorkingStore,
  wanted: readonly { readonly id: Id; readonly document_id: Id }[],
): Promise<AnnotationsRead> {
  const ids = new Set(wanted.map(({ id }) => id));
  const documents = [...new Set(wanted.map(({ document_id }) => document_id))];
  const { memo } = database.plain;
  const reading = database.transaction('r', [database.pages, memo], async () => {
    const there = new Map<Id, Annotation>();
    for (let at = 0; at < documents.length; at += atATime) {
      const some = documents.slice(at, at + atATime);
      const rows = await Promise.all(some.map((document_id) => readDocumentPages(database, document_id)));
      for (const annotation of rows.flat().flatMap(({ annotations }) => annotations)) {
        if (ids.has(annotation.id)) there.set(annotation.id, annotation);
      }
    }
    // A read for each document would cost more than the memos of all of them, which are few.
    const within =
      documents.length > manyDocuments
        ? await memo.where('target.document_id').between(Dexie.minKey, Dexie.maxKey).toArray()
        : await memo.where('target.document_id').anyOf(documents).toArray();
    const codings = new Set([...there.values()].flatMap((one) => one.codings.map(({ id }) => id)));
    return {
      annotations: [...ids].flatMap((id) => there.get(id) ?? []),
      memos: within.filter(({ target }) => there.has(target.id) || codings.has(target.id)),
    };
  });
  return withTimeout(reading, readTimeout, 'Reading annotations');
}
