/** Finds annotations of the whole project by id or by words. A document's pages have no index of what is in them. */
import { foldWords } from '@core/codebook/fold-name';
import type { Annotation } from '@core/model/annotation';
import type { Id } from '@core/model/identity';
import type { Committer } from './commit';
import { createSource, type Observable } from './observable';
import { eachPage, readDocumentPages } from './pages';
import type { WorkingStore } from './working-store';

export interface AnnotationFinder {
  /** Those that were asked for by id and looked up; null for one that is not there. */
  readonly found: Observable<ReadonlyMap<Id, Annotation | null>>;
  /** Looks up those not looked up before; all that are asked for in one turn take one reading. */
  ask(ids: readonly Id[]): void;
  /** Passages whose quote holds all the words, those of the first document before all others. */
  search(words: string, first: Id | null, limit: number): Promise<readonly Annotation[]>;
  close(): void;
}

export function createAnnotationFinder(store: WorkingStore, committer: Committer): AnnotationFinder {
  const found = createSource<ReadonlyMap<Id, Annotation | null>>(new Map());
  const asked = new Set<Id>();
  let waiting = new Set<Id>();
  let reading: Promise<void> = Promise.resolve();

  const unsubscribe = committer.subscribe(({ tables, written }) => {
    if (!tables.has('annotation')) return;
    const own = written.filter((write) => write.table === 'annotation' && asked.has(write.id));
    if (own.length === 0) return;
    const next = new Map(found.getSnapshot());
    for (const write of own) if (write.table === 'annotation') next.set(write.id, write.record);
    found.set(next);
  });

  const lookUp = async (): Promise<void> => {
    const wanted = waiting;
    waiting = new Set();
    if (wanted.size === 0) return;
    const read = new Map<Id, Annotation>();
    await eachPage(store.database, (rows) => {
      for (const { annotations } of rows)
        for (const annotation of annotations)
          if (wanted.has(annotation.id)) read.set(annotation.id, annotation);
    });
    const next = new Map(found.getSnapshot());
    // What a commit told meanwhile is newer.
    for (const id of wanted) if (!next.has(id)) next.set(id, read.get(id) ?? null);
    found.set(next);
  };

  return {
    found,
    ask: (ids) => {
      for (const id of ids) {
        if (asked.has(id)) continue;
        asked.add(id);
        waiting.add(id);
      }
      if (waiting.size > 0) reading = reading.then(lookUp).catch(reportError);
    },
    search: async (words, first, limit) => {
      const wanted = foldWords(words).split(' ');
      const hits: Annotation[] = [];
      const take = (annotations: readonly Annotation[]): void => {
        for (const annotation of annotations) {
          const { target } = annotation;
          if (hits.length >= limit) return;
          if (target.kind !== 'passage') continue;
          const quote = foldWords(target.quote);
          if (wanted.every((word) => quote.includes(word))) hits.push(annotation);
        }
      };
      if (first !== null) {
        for (const { annotations } of await readDocumentPages(store.database, first)) take(annotations);
      }
      if (words.trim() === '' || hits.length >= limit) return hits;
      await eachPage(store.database, (rows) => {
        for (const { document_id, annotations } of rows) if (document_id !== first) take(annotations);
      });
      return hits;
    },
    close: unsubscribe,
  };
}
