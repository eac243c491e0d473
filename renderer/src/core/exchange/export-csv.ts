import type { Sha256 } from '../model/identity';
import { annotationRows } from './annotation-rows';
import { type CsvOptions, plainCsv, writeCsv } from './csv';
import type { ProjectSnapshot } from './project-snapshot';
import { indexSnapshot } from './snapshot-index';

/** The annotation export: a row per annotation and coding. What is not given is as in `plainCsv`. */
export function exportCsv(
  snapshot: ProjectSnapshot,
  texts: ReadonlyMap<Sha256, string>,
  options: Partial<CsvOptions> = {},
): string {
  return writeCsv(annotationRows(indexSnapshot(snapshot), texts), { ...plainCsv, ...options });
}
