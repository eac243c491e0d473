import { ImportReview } from '../importing/import-review';
import { acceptImport, declineImport, importReview } from './import-actions';
import { useObservable, useWorkbench } from './workbench-context';

/** Dialog "Import": what a file would bring, before any of it comes in. */
export function ImportPane() {
  const workbench = useWorkbench();
  const [file] = useObservable(importReview);
  if (file === undefined) return null;
  return (
    <ImportReview
      name={file.name}
      source={file.source}
      report={file.report}
      changes={file.drafts.length}
      onImport={() => void acceptImport(workbench)}
      onClose={declineImport}
    />
  );
}
