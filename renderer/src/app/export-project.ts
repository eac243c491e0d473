import { excelCsv, plainCsv } from '@core/exchange/csv';
import { exportCsv } from '@core/exchange/export-csv';
import { exportJson } from '@core/exchange/export-json';
import { exportJsonl } from '@core/exchange/export-jsonl';
import type { ExportOptions } from '@core/exchange/export-options';
import { exportTables } from '@core/exchange/export-tables';
import type { ProjectSnapshot } from '@core/exchange/project-snapshot';
import type { Sha256 } from '@core/model/identity';
import { succeed } from '@core/result';
import type { Outcome, SaveFile } from '@preload/contract';
import type { Workbench } from './open-workbench';
import { readTexts } from './read-texts';

export interface Exported {
  /** As a person would read it. */
  readonly path: string;
  readonly annotations: number;
  readonly documents: number;
  /** Documents whose text was not there, so that what needs it is empty. */
  readonly missingTexts: number;
}

/** Writes the project, as it stands now, to the place that a grant names. */
export async function exportProject(
  workbench: Workbench,
  grant: string,
  options: ExportOptions,
): Promise<Outcome<Exported>> {
  // What was done a moment ago belongs in the file.
  await workbench.committer.settled();
  const read = await workbench.session.snapshot();
  if (!read.ok) return read;
  const snapshot = read.value;
  const hashes = snapshot.documents.map(({ text_sha256 }) => text_sha256);
  const { texts, missing } = await readTexts(workbench.bridge, hashes);
  const stamp = { exported_at: workbench.session.now(), generator: workbench.startup.app };
  const saved = await workbench.bridge.save(grant, filesOf(snapshot, texts, options, stamp));
  if (!saved.ok) return saved;
  const gone = new Set(missing);
  return succeed({
    path: saved.value.path,
    annotations: snapshot.annotations.length,
    documents: snapshot.documents.length,
    missingTexts: snapshot.documents.filter(({ text_sha256 }) => gone.has(text_sha256)).length,
  });
}

function filesOf(
  snapshot: ProjectSnapshot,
  texts: ReadonlyMap<Sha256, string>,
  options: ExportOptions,
  stamp: { readonly exported_at: string; readonly generator: string },
): readonly SaveFile[] {
  const csv = { ...(options.excel ? excelCsv : plainCsv), exact: options.exact };
  switch (options.format) {
    case 'csv':
      return [{ name: '', content: exportCsv(snapshot, texts, csv) }];
    case 'json':
      return [
        { name: '', content: exportJson(snapshot, texts, { ...stamp, withoutTexts: !options.withTexts }) },
      ];
    case 'jsonl':
      return [{ name: '', content: exportJsonl(snapshot, texts) }];
    case 'tables':
      return exportTables(snapshot, texts, { ...stamp, ...csv });
  }
}
