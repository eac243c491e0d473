import { memo, useEffect } from 'react';
import { ImportReport } from '../corpus/import-report';
import { BlockPane } from './block-pane';
import { ChangesPane } from './changes-pane';
import { ExportCodebookPane, ImportCodebookPane } from './codebook-dialogs';
import type { Surface } from './coding-surface';
import { CommandPalette } from './command-palette';
import { DocumentDetailsPane } from './document-details-pane';
import { ExportPane } from './export-pane';
import { HeldPane } from './held-pane';
import { ImportPane } from './import-pane';
import { closeReport, importReport } from './import-report-state';
import { BackupsPane, CheckPane } from './keeping-panes';
import { KeysDialog } from './keys-dialog';
import { MergeCodePane } from './merge-code-pane';
import { DeleteDialog, NameDialog } from './project-dialogs';
import { RemoveDocumentPane } from './remove-document-pane';
import { returnFocus } from './return-focus';
import { SettingsPane } from './settings-pane';
import { SpeakersPane } from './speakers-pane';
import { setView, useView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

const close = (): void => setView({ dialog: null });

/** The dialogs of the window, one at a time. */
export const Dialogs = memo(function Dialogs({ surface }: { readonly surface: () => Surface | null }) {
  const workbench = useWorkbench();
  const dialog = useView((view) => view.dialog);
  const settings = useObservable(workbench.settings);
  const report = useObservable(importReport);
  useEffect(returnFocus, []);

  if (report !== null) return <ImportReport {...report} onClose={closeReport} />;
  switch (dialog) {
    case 'export':
      return <ExportPane />;
    case 'import':
      return <ImportPane />;
    case 'keys':
      return (
        <KeysDialog
          singleKeys={settings.single_keys}
          onSingleKeys={(single_keys) => workbench.settings.set({ ...settings, single_keys })}
          onClose={close}
        />
      );
    case 'commands':
      return <CommandPalette surface={surface} onClose={close} />;
    case 'settings':
      return <SettingsPane onClose={close} />;
    case 'document':
      return <DocumentDetailsPane onClose={close} />;
    case 'blocks':
      return <BlockPane onClose={close} />;
    case 'changes':
      return <ChangesPane />;
    case 'held':
      return <HeldPane />;
    case 'remove-document':
      return <RemoveDocumentPane onClose={close} />;
    case 'merge-code':
      return <MergeCodePane />;
    case 'speakers':
      return <SpeakersPane onClose={close} />;
    case 'import-codebook':
      return <ImportCodebookPane />;
    case 'export-codebook':
      return <ExportCodebookPane />;
    case 'new-project':
      return <NameDialog kind="new" />;
    case 'rename-project':
      return <NameDialog kind="rename" />;
    case 'delete-project':
      return <DeleteDialog />;
    case 'backups':
      return <BackupsPane />;
    case 'check-project':
      return <CheckPane />;
    case null:
      return null;
  }
});
