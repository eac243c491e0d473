import type { Id, Sha256 } from '@core/model/identity';
import { useEffect, useState } from 'react';
import type { DocumentSnapshot, OpenDocument } from '../data/open-document';
import { openDocument } from '../data/open-document';
import type { Workbench } from './open-workbench';
import { useObservable } from './workbench-context';

export type LoadedText =
  | { readonly state: 'loading' }
  | { readonly state: 'missing' }
  | { readonly state: 'there'; readonly text: string };

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
  const [opened, setOpened] = useState<OpenDocument | null>(null);
  useEffect(() => {
    if (id === null) return;
    const document = openDocument(workbench.session.store, workbench.committer, id);
    let isWanted = true;
    void document.ready.then(() => {
      if (isWanted) setOpened(document);
    });
    return () => {
      isWanted = false;
      document.close();
    };
  }, [workbench, id]);
  const present = opened ?? closed;
  const snapshot = useObservable(present);
  return { snapshot: snapshot.id === id ? snapshot : nothing, read: present.getSnapshot };
}

/** A frozen text by its hash, from main. */
export function useText(workbench: Workbench, hash: Sha256 | null): LoadedText {
  const [loaded, setLoaded] = useState<{ readonly hash: Sha256; readonly text: string | null } | null>(null);
  useEffect(() => {
    if (hash === null) return;
    let isWanted = true;
    void workbench.bridge.readTexts([hash]).then(([read]) => {
      if (isWanted) setLoaded({ hash, text: read?.text ?? null });
    });
    return () => {
      isWanted = false;
    };
  }, [workbench, hash]);
  if (hash === null || loaded?.hash !== hash) return { state: 'loading' };
  return loaded.text === null ? { state: 'missing' } : { state: 'there', text: loaded.text };
}
