import type { CopyGroup } from '@core/copies/copy-groups';
import { acceptedOnly } from '@core/exchange/accepted-only';
import { excelCsv, plainCsv } from '@core/exchange/csv';
import { exportCopies } from '@core/exchange/export-copies';
import { exportCsv } from '@core/exchange/export-csv';
import { exportJson } from '@core/exchange/export-json';
import { exportJsonl } from '@core/exchange/export-jsonl';
import type { ExportOptions } from '@core/exchange/export-options';
import { exportTables } from '@core/exchange/export-tables';
import { findCopies, groupsByDocument } from '@core/exchange/find-copies';
import type { ProjectSnapshot } from '@core/exchange/project-snapshot';
import type { Document } from '@core/model/document';
import type { Sha256 } from '@core/model/identity';
import { succeed } from '@core/result';
import type { Outcome, SaveFile } from '@preload/contract';
import { startedCopies } from './copies-desk';
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
  const { bridge, committer, lists, session } = workbench;
  await committer.settled();
  // Texts come from the disk while the store is read; they never change.
  const [read, early] = await Promise.all([
    session.snapshot(),
    readTexts(bridge, lists.documents.getSnapshot().map(textOf)),
  ]);
  if (!read.ok) return read;
  const snapshot = options.acceptedOnly === true ? acceptedOnly(read.value) : read.value;
  const asked = new Set([...early.texts.keys(), ...early.missing]);
  const late = await readTexts(
    bridge,
    snapshot.documents.map(textOf).filter((hash) => !asked.has(hash)),
  );
  const texts = new Map([...early.texts, ...late.texts]);
  const missing = [...early.missing, ...late.missing];
  const stamp = { exported_at: session.now(), generator: workbench.startup.app };
  const groups = withCopies.has(options.format) ? await copyGroups(workbench, snapshot, texts) : [];
  const saved = await bridge.save(grant, filesOf(snapshot, texts, groups, options, stamp));
  if (!saved.ok) return saved;
  const gone = new Set(missing);
  return succeed({
    path: saved.value.path,
    annotations: snapshot.annotations.length,
    documents: snapshot.documents.length,
    missingTexts: snapshot.documents.filter(({ text_sha256 }) => gone.has(text_sha256)).length,
  });
}

/** Formats that name groups of copies. */
const withCopies: ReadonlySet<ExportOptions['format']> = new Set(['csv', 'tables', 'copies']);

/** From the worker where it looks for copies; else found now, as in a run without a window. */
async function copyGroups(
  workbench: Workbench,
  snapshot: ProjectSnapshot,
  texts: ReadonlyMap<Sha256, string>,
): Promise<readonly CopyGroup[]> {
  const desk = startedCopies(workbench).getSnapshot();
  if (desk === null || !(await desk.ready())) return findCopies(snapshot, texts);
  return desk.ask('copyGroups', null);
}

const textOf = ({ text_sha256 }: Document): Sha256 => text_sha256;

function filesOf(
  snapshot: ProjectSnapshot,
  texts: ReadonlyMap<Sha256, string>,
  groups: readonly CopyGroup[],
  options: ExportOptions,
  stamp: { readonly exported_at: string; readonly generator: string },
): readonly SaveFile[] {
  const csv = { ...(options.excel ? excelCsv : plainCsv), exact: options.exact };
  switch (options.format) {
    case 'csv':
      return [{ name: '', content: exportCsv(snapshot, texts, csv, groupsByDocument(groups)) }];
    case 'copies':
      return [{ name: '', content: exportCopies(snapshot, texts, groups, csv) }];
    case 'json':
      return [
        { name: '', content: exportJson(snapshot, texts, { ...stamp, withoutTexts: !options.withTexts }) },
      ];
    case 'jsonl':
      return [{ name: '', content: exportJsonl(snapshot, texts) }];
    case 'tables':
      return exportTables(snapshot, texts, { ...stamp, ...csv, copies: groupsByDocument(groups) });
  }
}
