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
  /** The same for whoever waits: those that are there. Rejects where the store cannot be read. */
  find(ids: readonly Id[]): Promise<ReadonlyMap<Id, Annotation>>;
  /** Passages whose quote holds all the words, those of the first document before all others. */
  search(words: string, first: Id | null, limit: number): Promise<readonly Annotation[]>;
  close(): void;
}

export function createAnnotationFinder(store: WorkingStore, committer: Committer): AnnotationFinder {
  const found = createSource<ReadonlyMap<Id, Annotation | null>>(new Map());
  /** By id, the reading that looks it up; a reading takes all that are asked for before it begins. */
  const asked = new Map<Id, Promise<void>>();
  let waiting = new Set<Id>();
  let last: Promise<void> = Promise.resolve();

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
    const read = new Map<Id, Annotation>();
    try {
      await eachPage(store.database, (rows) => {
        for (const { annotations } of rows)
          for (const annotation of annotations)
            if (wanted.has(annotation.id)) read.set(annotation.id, annotation);
      });
    } catch (error) {
      // Whoever asks again has them looked up again.
      for (const id of wanted) asked.delete(id);
      throw error;
    }
    const next = new Map(found.getSnapshot());
    // What a commit told meanwhile is newer.
    for (const id of wanted) if (!next.has(id)) next.set(id, read.get(id) ?? null);
    found.set(next);
  };

  /** Resolves when these have been looked up. */
  const request = async (ids: readonly Id[]): Promise<void> => {
    for (const id of ids) {
      if (asked.has(id)) continue;
      if (waiting.size === 0) last = last.catch(() => undefined).then(lookUp);
      waiting.add(id);
      asked.set(id, last);
    }
    await Promise.all(ids.flatMap((id) => asked.get(id) ?? []));
  };

  return {
    found,
    ask: (ids) => {
      request(ids).catch(reportError);
    },
    find: async (ids) => {
      await request(ids);
      const known = found.getSnapshot();
      return new Map(
        ids.flatMap((id) => {
          const annotation = known.get(id) ?? null;
          return annotation === null ? [] : [[id, annotation] as const];
        }),
      );
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
