import { type ExportOptions, foreignFormats } from '@core/exchange/export-options';
import type { Loss } from '@core/exchange/losses';
import { useEffect, useState } from 'react';
import { ExportDialog } from '../export/export-dialog';
import { foreseeLosses } from './export-project';
import { closeExport, exportAgain, exportRun, lastPlaceOf, recallExports, startExport } from './export-run';
import type { Workbench } from './open-workbench';
import { exportOptionsOf } from './settings';
import { usePartRecords } from './use-part-records';
import { useObservable, useWorkbench } from './workbench-context';

/** Dialog "Export": what to write and how; while it is written, how far it is; then what is not in the file. */
export function ExportPane() {
  const workbench = useWorkbench();
  const settings = useObservable(workbench.settings);
  const tally = useObservable(workbench.lists.tally);
  const documents = useObservable(workbench.lists.documents);
  const run = useObservable(exportRun);
  const [options, setOptions] = useState(() => exportOptionsOf(settings.export_options));
  const records = usePartRecords(workbench);
  const losses = useForeseen(workbench, options);
  const [, setRecalled] = useState(false);
  useEffect(() => void recallExports(workbench).then(() => setRecalled(true)), [workbench]);
  return (
    <ExportDialog
      options={options}
      counts={{
        annotations: tally.annotations,
        codings: [...tally.codings.values()].reduce((sum, count) => sum + count, 0),
        documents: documents.length,
      }}
      run={run}
      losses={losses}
      records={records}
      again={lastPlaceOf(options.format)}
      onAgain={() => void exportAgain(workbench, options.format)}
      onOptions={setOptions}
      onExport={() => {
        const { part: _, matrix, ...kept } = options;
        workbench.settings.set({ ...settings, export_options: { ...kept, matrix: { ...matrix } } });
        void startExport(workbench, options);
      }}
      onClose={closeExport}
    />
  );
}

/** What the chosen format would not hold; null while that is looked for, and for formats of our own. */
function useForeseen(workbench: Workbench, options: ExportOptions): readonly Loss[] | null {
  const [found, setFound] = useState<{ readonly by: ExportOptions; readonly losses: readonly Loss[] } | null>(
    null,
  );
  useEffect(() => {
    if (!foreignFormats.has(options.format)) return;
    const stop = new AbortController();
    void foreseeLosses(workbench, options, stop.signal).then((losses) => {
      if (losses !== null && !stop.signal.aborted) setFound({ by: options, losses });
    });
    return () => stop.abort();
  }, [workbench, options]);
  return found?.by === options ? found.losses : null;
}
