import type { CopyGroup } from '../copies/copy-groups';
import type { Sha256 } from '../model/identity';
import { type Result, succeed } from '../result';
import { acceptedOnly } from './accepted-only';
import { exportAuditTrail } from './audit-trail';
import { choosePart, packetOf } from './choose-part';
import { exportCodebookMarkdown } from './codebook-markdown';
import { exportCooccurrence } from './counts/export-cooccurrence';
import { exportMatrix } from './counts/export-matrix';
import { exportReliability } from './counts/export-reliability';
import { excelCsv, plainCsv } from './csv';
import { exportCopies } from './export-copies';
import { exportCsv } from './export-csv';
import { exportJson } from './export-json';
import { exportJsonl } from './export-jsonl';
import type { ExportOptions } from './export-options';
import { exportTables } from './export-tables';
import { groupsByDocument } from './find-copies';
import type { ExportedFile, ExportStamp, PartedFile } from './json-format';
import type { Loss } from './losses';
import type { ProjectSnapshot } from './project-snapshot';
import { exportQdc, exportQdpx } from './refi/export-refi';
import { exportReport } from './report/export-report';
import { exportW3c } from './w3c/export-w3c';
import { exportWorkbook } from './workbook/export-workbook';

/**
 * What an export came to, before it is saved. `file`: one file; its name means nothing. `folder`: each by its name.
 * `archive`: to be packed as one ZIP, made while the files are gone through. `project`: the JSON of a project file.
 */
export type WrittenExport = {
  /** What the format cannot hold; all of it once the files have been gone through. */
  readonly losses: () => readonly Loss[];
} & (
  | { readonly as: 'file' | 'folder'; readonly files: readonly ExportedFile[] }
  | { readonly as: 'archive'; readonly files: Iterable<PartedFile> }
  | { readonly as: 'project'; readonly json: string }
);

/** Why nothing was written. */
export type ExportRefusal = 'no-codes' | 'too-many-rows';

const none = (): readonly Loss[] => [];

/** The part of a project that the options ask for; of a part that is all of it. */
export function partToExport(whole: ProjectSnapshot, options: ExportOptions): ProjectSnapshot {
  return choosePart(options.acceptedOnly === true ? acceptedOnly(whole) : whole, options.part);
}

/** Writes the part of a project that the options ask for, in the format that was chosen. The same project, options and stamp give the same files. `copies`: groups of reprinted sentences; `journal`: its commits, each the JSON of its line, for the audit trail. */
export function writeExport(
  snapshot: ProjectSnapshot,
  texts: ReadonlyMap<Sha256, string>,
  options: ExportOptions,
  stamp: ExportStamp,
  copies: readonly CopyGroup[] = [],
  journal: readonly string[] = [],
): Result<WrittenExport, ExportRefusal> {
  const csv = { ...(options.excel ? excelCsv : plainCsv), exact: options.exact };
  const oneFile = (content: string): Result<WrittenExport, never> =>
    succeed({ as: 'file', files: [{ name: '', content }], losses: none });
  switch (options.format) {
    case 'csv':
      return oneFile(exportCsv(snapshot, texts, csv, groupsByDocument(copies)));
    case 'copies':
      return oneFile(exportCopies(snapshot, texts, copies, csv));
    case 'json':
      return oneFile(exportJson(snapshot, texts, { ...stamp, withoutTexts: !options.withTexts }));
    case 'jsonl':
      return oneFile(exportJsonl(snapshot, texts));
    case 'tables':
      return succeed({
        as: 'folder',
        files: exportTables(snapshot, texts, { ...stamp, ...csv, copies: groupsByDocument(copies) }),
        losses: none,
      });
    case 'xlsx': {
      const written = exportWorkbook(snapshot, texts, groupsByDocument(copies));
      if (!written.ok) return written;
      const files = written.value.map(({ name, content }): PartedFile => ({ name, parts: [content] }));
      return succeed({ as: 'archive', files, losses: none });
    }
    case 'matrix':
      return oneFile(exportMatrix(snapshot, texts, options.matrix, csv, groupsByDocument(copies)));
    case 'cooccurrence':
      return oneFile(exportCooccurrence(snapshot, texts, options.matrix, csv, groupsByDocument(copies)));
    case 'reliability': {
      const files = exportReliability(snapshot, texts, options.matrix, csv);
      return succeed({ as: 'folder', files, losses: none });
    }
    case 'qdpx': {
      const { extrasAsCodes } = options;
      return succeed({ as: 'archive', ...exportQdpx(snapshot, texts, { ...stamp, extrasAsCodes }) });
    }
    case 'qdc': {
      const written = exportQdc(snapshot, stamp);
      if (!written.ok) return written;
      const { files, losses } = written.value;
      return succeed({ as: 'file', files, losses: () => losses });
    }
    case 'project':
    case 'packet': {
      const part = options.format === 'packet' ? packetOf(snapshot) : snapshot;
      const json = exportJson(part, texts, { ...stamp, withoutTexts: false });
      return succeed({ as: 'project', json, losses: none });
    }
    case 'report':
      return oneFile(exportReport(snapshot, texts, { ...stamp, by: options.reportBy }));
    case 'markdown':
      return oneFile(exportCodebookMarkdown(snapshot));
    case 'audit':
      return oneFile(exportAuditTrail(journal, csv));
    case 'w3c': {
      const { files, losses } = exportW3c(snapshot, texts, stamp);
      return succeed({ as: 'file', files, losses: () => losses });
    }
  }
}
