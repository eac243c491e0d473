import { earlierVersions, latestVersion } from '@core/import/version-chain';
import type { Annotation } from '@core/model/annotation';
import type { Document } from '@core/model/document';
import type { Id } from '@core/model/identity';
import type { Memo } from '@core/model/memo';
import { useEffect, useMemo, useState } from 'react';
import type { DocumentSnapshot } from '../data/open-document';
import type { Workbench } from './open-workbench';
import { useObservable } from './workbench-context';

/** An annotation that stayed on an earlier version of the open document. */
export interface Orphan {
  readonly annotation: Annotation;
  /** Those of the earlier version. */
  readonly memos: readonly Memo[];
}

const none: readonly DocumentSnapshot[] = [];

/** The coder's annotations on earlier versions of a document; nothing of one that has a later version itself. */
export function useOrphans(workbench: Workbench, id: Id | null): readonly Orphan[] {
  const documents = useObservable(workbench.lists.documents);
  // Compared as words: the list of documents is another with each commit.
  const chain = useMemo(() => {
    if (id === null || latestVersion(id, documents) !== undefined) return '';
    return earlierVersions(id, documents)
      .map((document) => document.id)
      .join(' ');
  }, [documents, id]);
  const [snapshots, setSnapshots] = useState(none);
  const { session, coder } = workbench;
  useEffect(() => {
    const opened = chain === '' ? [] : chain.split(' ').map((each) => session.openDocument(each));
    const show = (): void => setSnapshots(opened.map((each) => each.getSnapshot()));
    const enders = opened.map((each) => each.subscribe(show));
    if (opened.length > 0) show();
    return () => {
      for (const end of enders) end();
      for (const each of opened) each.close();
      setSnapshots(none);
    };
  }, [session, chain]);
  return useMemo(
    () =>
      snapshots.flatMap(({ annotations, memos }) =>
        annotations
          .filter(({ coder_id }) => coder_id === coder.id)
          .map((annotation) => ({ annotation, memos })),
      ),
    [snapshots, coder],
  );
}

/** The last version of a document that has later ones. */
export function useLatestVersion(workbench: Workbench, id: Id | null): Document | undefined {
  const documents = useObservable(workbench.lists.documents);
  return useMemo(() => (id === null ? undefined : latestVersion(id, documents)), [documents, id]);
}
