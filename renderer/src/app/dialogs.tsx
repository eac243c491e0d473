import type { ExportOptions } from '@core/exchange/export-options';
import { useState } from 'react';
import { ImportReport } from '../corpus/import-report';
import { ExportDialog } from '../export/export-dialog';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import { BlockPane } from './block-pane';
import { ExportCodebookPane, ImportCodebookPane } from './codebook-dialogs';
import type { Surface } from './coding-surface';
import { CommandPalette } from './command-palette';
import { DocumentDetailsPane } from './document-details-pane';
import { exportProject } from './export-project';
import { closeReport, importReport } from './import-report-state';
import { KeysDialog } from './keys-dialog';
import { MergeCodePane } from './merge-code-pane';
import type { Workbench } from './open-workbench';
import { DeleteDialog, NameDialog } from './project-dialogs';
import { exportOptionsOf } from './settings';
import { SettingsDialog } from './settings-dialog';
import { alert, announce, setView, useView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

const close = (): void => setView({ dialog: null });

/** What file names are suggested by format. */
const endings = { csv: '.csv', copies: '.csv', json: '.json', jsonl: '.jsonl', tables: '' } as const;

async function runExport(workbench: Workbench, options: ExportOptions): Promise<boolean> {
  const name = (workbench.lists.project.getSnapshot()?.name ?? 'framewright').replace(/[\\/:*?"<>|]/g, '-');
  const kind = options.format === 'tables' ? 'folder' : 'file';
  const grant = await workbench.bridge.chooseSave(`${name}${endings[options.format]}`, kind);
  if (grant === null) return false;
  const exported = await exportProject(workbench, grant.token, options);
  if (!exported.ok) {
    alert(problemSentence({ file: grant.name, ...exported.error }));
    return true;
  }
  const { annotations, path, missingTexts } = exported.value;
  announce(t('shell:exported', { count: annotations, path }));
  if (missingTexts > 0) alert(t('shell:textsMissing', { count: missingTexts }));
  return true;
}

/** The dialogs of the window, one at a time. */
export function Dialogs({ surface }: { readonly surface: () => Surface | null }) {
  const workbench = useWorkbench();
  const dialog = useView((view) => view.dialog);
  const settings = useObservable(workbench.settings);
  const report = useObservable(importReport);
  const tally = useObservable(workbench.lists.tally);
  const documents = useObservable(workbench.lists.documents);
  const [isWorking, setWorking] = useState(false);

  if (report !== null) return <ImportReport {...report} onClose={closeReport} />;
  switch (dialog) {
    case 'export':
      return (
        <ExportDialog
          initial={exportOptionsOf(settings.export_options)}
          counts={{
            annotations: tally.annotations,
            codings: [...tally.codings.values()].reduce((sum, count) => sum + count, 0),
            documents: documents.length,
          }}
          state={isWorking ? 'working' : 'choosing'}
          onExport={(exportOptions) => {
            workbench.settings.set({ ...settings, export_options: { ...exportOptions } });
            setWorking(true);
            void runExport(workbench, exportOptions).then((isOver) => {
              setWorking(false);
              if (isOver) close();
            });
          }}
          onClose={close}
        />
      );
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
      return (
        <SettingsDialog
          settings={settings}
          onSettings={(next) => workbench.settings.set(next)}
          onClose={close}
        />
      );
    case 'document':
      return <DocumentDetailsPane onClose={close} />;
    case 'blocks':
      return <BlockPane onClose={close} />;
    case 'merge-code':
      return <MergeCodePane />;
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
    case null:
      return null;
  }
}
