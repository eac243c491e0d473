import type { Sha256 } from '../model/identity';
import { annotationToJson } from './annotation-json';
import type { ProjectSnapshot } from './project-snapshot';
import { indexSnapshot } from './snapshot-index';

/**
 * One annotation a line: the object of the JSON export, with the title and path of its document and the paths of
 * its codes, in the order of `code_ids`.
 */
export function exportJsonl(snapshot: ProjectSnapshot, texts: ReadonlyMap<Sha256, string>): string {
  const index = indexSnapshot(snapshot);
  const toJson = annotationToJson(index, texts);
  return index.annotations
    .map((annotation) => {
      const document = index.documentById.get(annotation.document_id);
      const codes = [...new Set(annotation.codings.map(({ code_id }) => code_id))];
      const line = {
        ...toJson(annotation),
        document: document?.title ?? '',
        path: document?.path ?? '',
        code_paths: codes.map((code) => index.pathByCode.get(code) ?? ''),
      };
      return `${JSON.stringify(line)}\n`;
    })
    .join('');
}
