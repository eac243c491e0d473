import { LaterCopiesBar } from '../copies/later-copies-bar';
import { inTurn } from './in-turn';
import { codeLater, laterCopies } from './later-copies';
import { useObservable, useWorkbench } from './workbench-context';

/** Above the text after an import: what was coded before and stands in the new documents. */
export function LaterCopiesPane() {
  const workbench = useWorkbench();
  const offered = useObservable(laterCopies);
  if (offered === null) return null;
  const { passages, isWorking } = offered;
  return (
    <LaterCopiesBar
      passages={passages.length}
      documents={new Set(passages.flatMap(({ documents }) => documents)).size}
      isWorking={isWorking}
      onCode={() => inTurn(() => codeLater(workbench))}
      onDismiss={() => laterCopies.set(null)}
    />
  );
}
