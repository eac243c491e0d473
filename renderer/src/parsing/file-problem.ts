import type { Problem } from '@preload/contract';
import type { ArchiveProblem } from './read-archive';
import type { XmlProblem } from './read-xml';

/** Why a file cannot be read; which file it is the caller knows. */
export type FileProblem = Omit<Problem, 'file'>;

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;

export function archiveProblem(problem: ArchiveProblem): FileProblem {
  switch (problem.kind) {
    case 'broken-archive':
      return { code: 'archive-broken', detail: problem.name === '' ? 'its list of parts' : problem.name };
    case 'encrypted':
      return { code: 'needs-password' };
    case 'unsafe-entry':
    case 'entry-twice':
      return { code: 'archive-unsafe', detail: problem.name };
    case 'overlapping-entries':
      return { code: 'archive-bomb', detail: problem.name };
    case 'too-many-entries':
      return { code: 'archive-bomb', detail: String(problem.count) };
    case 'bomb':
      return { code: 'archive-bomb', detail: `${problem.name}, ${megabytes(problem.bytes)}` };
  }
}

/** `part`: which part of an archive it is about. */
export function xmlProblem(problem: XmlProblem, part: string): FileProblem {
  const reason = problem.kind === 'invalid-xml' ? `${problem.line}:${problem.column}` : problem.kind;
  return { code: 'invalid-xml', detail: `${part}, ${reason}` };
}
