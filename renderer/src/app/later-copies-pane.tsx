import { useMemo } from 'react';
import { LaterCopiesBar } from '../copies/later-copies-bar';
import { inTurn } from './in-turn';
import { codeLater, laterCopies, stillOffered } from './later-copies';
import { useObservable, useWorkbench } from './workbench-context';

/** Above the text after an import: what was coded before and stands in the new documents. */
export function LaterCopiesPane() {
  const workbench = useWorkbench();
  const offered = useObservable(laterCopies);
  const documents = useObservable(workbench.lists.documents);
  const passages = useMemo(
    () => (offered === null ? [] : stillOffered(offered.passages, documents)),
    [offered, documents],
  );
  if (offered === null || passages.length === 0) return null;
  return (
    <LaterCopiesBar
      passages={passages.length}
      documents={new Set(passages.flatMap((passage) => passage.documents)).size}
      isWorking={offered.isWorking}
      onCode={() => inTurn(() => codeLater(workbench))}
      onDismiss={() => laterCopies.set(null)}
    />
  );
}
