import { removeDocument } from '@core/commands/remove-document';
import { RemoveDocumentDialog } from '../corpus/remove-document-dialog';
import type { DocumentSnapshot } from '../data/open-document';
import { t } from '../ui/strings';
import { commitOrTell } from './commit-ahead';
import { listedDocuments, neighbour } from './listed-documents';
import { keepMemos } from './memo-actions';
import type { Workbench } from './open-workbench';
import { useDocument } from './use-document';
import { announce, openDocument, setView, useView } from './view-state';
import { useWorkbench } from './workbench-context';

/** Asks whether the open document is to go, and says what goes with it. */
export function RemoveDocumentPane({ onClose }: { readonly onClose: () => void }) {
  const workbench = useWorkbench();
  const documentId = useView((view) => view.documentId);
  const { snapshot, read } = useDocument(workbench, documentId);
  const { document, annotations, memos } = snapshot;
  if (document === null) return null;
  return (
    <RemoveDocumentDialog
      title={document.title}
      annotations={annotations.length}
      others={annotations.filter(({ coder_id }) => coder_id !== workbench.coder.id).length}
      memos={memos.length}
      onRemove={() => {
        onClose();
        void remove(workbench, read);
      }}
      onClose={onClose}
    />
  );
}

async function remove(workbench: Workbench, read: () => DocumentSnapshot): Promise<void> {
  // What is being typed goes too, and comes back with the rest.
  await keepMemos();
  const { document, structure, ...rest } = read();
  if (document === null || structure === null) return;
  const next =
    neighbour(listedDocuments(workbench), document.id, 1) ??
    neighbour(listedDocuments(workbench), document.id, -1);
  const links = workbench.lists.links.getSnapshot();
  if (!(await commitOrTell(workbench, removeDocument({ document, structure, ...rest }, links)))) return;
  if (next !== null) openDocument(next);
  else setView({ documentId: null, inHand: null, selection: null });
  announce(t('corpus:removed', { title: document.title }));
}
