import type { Id, Sha256 } from '@core/model/identity';
import { useEffect, useMemo, useState } from 'react';
import type { DocumentSnapshot } from '../data/open-document';
import { type ListedDocuments, listedDocuments, neighbour } from './listed-documents';
import type { Workbench } from './open-workbench';
import { useObservable } from './workbench-context';

export type LoadedText =
  | { readonly state: 'loading' }
  | { readonly state: 'missing' }
  | { readonly state: 'there'; readonly hash: Sha256; readonly text: string };

const nothing: DocumentSnapshot = {
  ...{ id: '', state: 'loading', problem: null, document: null, structure: null },
  ...{ annotations: [], passes: [], memos: [] },
};
const closed = { subscribe: () => () => undefined, getSnapshot: () => nothing };

export interface UsedDocument {
  readonly snapshot: DocumentSnapshot;
  /** The document as the store announced it last, which may be newer than what is rendered. */
  readonly read: () => DocumentSnapshot;
}

/** The document with this id, kept up with every commit; a loading snapshot until it is there. */
export function useDocument(workbench: Workbench, id: Id | null): UsedDocument {
  const { shelf } = workbench;
  // At hand already where it was fetched ahead: then the first rendering shows it.
  const document = useMemo(() => (id === null ? closed : shelf.take(id)), [shelf, id]);
  const snapshot = useObservable(document);
  return { snapshot, read: document.getSnapshot };
}

/** A frozen text by its hash, from main. */
export function useText({ shelf }: Workbench, hash: Sha256 | null): LoadedText {
  const [loaded, setLoaded] = useState<{ readonly hash: Sha256; readonly text: string | null } | null>(null);
  const atHand = useMemo(() => (hash === null ? undefined : shelf.text(hash)), [shelf, hash]);
  useEffect(() => {
    if (hash === null || atHand !== undefined) return;
    let isWanted = true;
    void shelf.readText(hash).then((text) => {
      if (isWanted) setLoaded({ hash, text });
    });
    return () => {
      isWanted = false;
    };
  }, [shelf, hash, atHand]);
  if (hash === null) return { state: 'loading' };
  if (atHand !== undefined) return { state: 'there', hash, text: atHand };
  if (loaded?.hash !== hash) return { state: 'loading' };
  return loaded.text === null ? { state: 'missing' } : { state: 'there', hash, text: loaded.text };
}

/** How many documents after the open one, and before it, are fetched ahead. */
const ahead = { next: 2, previous: 1 } as const;

/** Fetches the neighbours of an open document in the list while nothing else is to be done. */
export function usePrefetch(workbench: Workbench, { id, state }: DocumentSnapshot): void {
  useEffect(() => {
    if (state !== 'open') return;
    const waiting = requestIdleCallback(() => {
      const { shelf, lists } = workbench;
      const list = listedDocuments(workbench);
      const around = [...along(list, id, 1, ahead.next), ...along(list, id, -1, ahead.previous)];
      const documents = lists.documents.getSnapshot();
      void (async () => {
        for (const near of around) {
          const document = documents.find((one) => one.id === near);
          if (document !== undefined) await shelf.prefetch(near, document.text_sha256);
        }
      })();
    });
    return () => cancelIdleCallback(waiting);
  }, [workbench, id, state]);
}

/** The documents that follow one in the list, as many as are asked for and are there. */
function along(list: ListedDocuments, from: Id, step: 1 | -1, count: number): readonly Id[] {
  const next = count === 0 ? null : neighbour(list, from, step);
  return next === null ? [] : [next, ...along(list, next, step, count - 1)];
}
