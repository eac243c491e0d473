import type { JsonFile } from '../json-schema';

/** Whether a file is an export of this program, which says all that it knows of a record: what is not there is not so. */
export function isWholeProject({ generator, exported_at, project }: JsonFile): boolean {
  return exported_at !== undefined && project !== undefined && /^framewright\b/i.test(generator ?? '');
}
