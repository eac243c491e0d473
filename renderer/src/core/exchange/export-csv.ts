import type { Sha256 } from '../model/identity';
import { annotationRows } from './annotation-rows';
import type { CopyGroupsOf } from './copy-groups-of';
import { type CsvOptions, plainCsv, writeCsv } from './csv';
import type { ProjectSnapshot } from './project-snapshot';
import { indexSnapshot } from './snapshot-index';

/** The annotation export: a row per annotation and coding. What is not given is as in `plainCsv`. */
export function exportCsv(
  snapshot: ProjectSnapshot,
  texts: ReadonlyMap<Sha256, string>,
  options: Partial<CsvOptions> = {},
  copies?: CopyGroupsOf,
): string {
  return writeCsv(annotationRows(indexSnapshot(snapshot, copies), texts), { ...plainCsv, ...options });
}
