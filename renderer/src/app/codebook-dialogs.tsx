import { writeCodebookCsv } from '@core/exchange/codebook-csv';
import { writeCodebookJson } from '@core/exchange/codebook-json';
import { excelCsv, plainCsv } from '@core/exchange/csv';
import { type CodebookExport, ExportCodebookDialog } from '../codebook/export-codebook-dialog';
import { ImportCodebookDialog } from '../codebook/import-codebook-dialog';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import { problemWords } from './codebook-file';
import { codebookImport, takeStaged } from './codebook-import';
import { codebookOf } from './codebook-use';
import type { Workbench } from './open-workbench';
import { alert, announce, setView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

const close = (): void => setView({ dialog: null });

/** Shows what a codebook file would bring, and brings it in. */
export function ImportCodebookPane() {
  const workbench = useWorkbench();
  const file = useObservable(codebookImport);
  const project = useObservable(workbench.lists.project);
  if (file === null) return null;
  return (
    <ImportCodebookDialog
      name={file.name}
      staged={file.staged}
      problems={problemWords(file.staged)}
      locked={project?.codebook_locked === true}
      onImport={(choice) => {
        close();
        void takeStaged(workbench, file, choice);
      }}
      onClose={close}
    />
  );
}

/** Asks for a format and a place, and writes the codebook there. */
export function ExportCodebookPane() {
  const workbench = useWorkbench();
  const codes = useObservable(workbench.lists.codes);
  return (
    <ExportCodebookDialog
      count={codes.length}
      onExport={(choice) => {
        close();
        void exportCodebook(workbench, choice);
      }}
      onClose={close}
    />
  );
}

async function exportCodebook(workbench: Workbench, choice: CodebookExport): Promise<void> {
  const { bridge, committer, session, startup } = workbench;
  // What was done a moment ago belongs in the file.
  await committer.settled();
  const { project, codes } = codebookOf(workbench);
  const name = t('codebook:exportName', { project: project.name });
  const grant = await bridge.chooseSave(`${name}.${choice.format}`, 'file');
  if (grant === null) return;
  const content =
    choice.format === 'csv'
      ? writeCodebookCsv(codes, { ...(choice.excel ? excelCsv : plainCsv), exact: choice.exact })
      : writeCodebookJson(project.name, codes, { exported_at: session.now(), generator: startup.app });
  const saved = await bridge.save(grant.token, [{ name: '', content }]);
  if (saved.ok) announce(t('codebook:exported', { count: codes.length, path: saved.value.path }));
  else alert(problemSentence({ file: grant.name, ...saved.error }));
}
