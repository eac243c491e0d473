import type { ExportOptions } from '@core/exchange/export-options';
import { useState } from 'react';
import { ImportReport } from '../corpus/import-report';
import { ExportDialog } from '../export/export-dialog';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import { CommandPalette } from './command-palette';
import { importReport } from './corpus-actions';
import { exportProject } from './export-project';
import { KeysDialog } from './keys-dialog';
import type { Workbench } from './open-workbench';
import { DeleteDialog, NameDialog } from './project-dialogs';
import { alert, announce, setView, useView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

const close = (): void => setView({ dialog: null });

/** What file names are suggested by format. */
const endings = { csv: '.csv', json: '.json', jsonl: '.jsonl', tables: '' } as const;

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
export function Dialogs() {
  const workbench = useWorkbench();
  const dialog = useView((view) => view.dialog);
  const settings = useObservable(workbench.settings);
  const report = useObservable(importReport);
  const tally = useObservable(workbench.lists.tally);
  const documents = useObservable(workbench.lists.documents);
  const [isWorking, setWorking] = useState(false);

  if (report !== null) return <ImportReport rows={report} onClose={() => importReport.set(null)} />;
  switch (dialog) {
    case 'export':
      return (
        <ExportDialog
          initial={settings.exportOptions}
          counts={{
            annotations: tally.annotations,
            codings: [...tally.codings.values()].reduce((sum, count) => sum + count, 0),
            documents: documents.length,
          }}
          state={isWorking ? 'working' : 'choosing'}
          onExport={(exportOptions) => {
            workbench.settings.set({ ...settings, exportOptions });
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
          platform={workbench.startup.platform}
          singleKeys={settings.singleKeys}
          onSingleKeys={(singleKeys) => workbench.settings.set({ ...settings, singleKeys })}
          onClose={close}
        />
      );
    case 'commands':
      return <CommandPalette onClose={close} />;
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
