import { readChange } from '../../change/read-change';
import type { Change } from '../../model/change';
import { type JournalMarks, journalReader, undoneChanges } from './journal-marks';

/** Of changes those that take others back, as `undoneChanges` reads them. */
export function undoingOf(changes: readonly Change[]): readonly Pick<Change, 'id' | 'undoes'>[] {
  return changes.flatMap(({ id, undoes }) => (undoes === undefined ? [] : [{ id, undoes }]));
}

/** What the journal of a project file tells, a commit a line; lines and changes that cannot be read tell nothing. */
export function marksOfLines(lines: string): JournalMarks {
  const commits = lines.split('\n').map(changesOf);
  const reader = journalReader(undoneChanges(commits.flatMap(undoingOf)));
  for (const commit of commits) reader.take(commit);
  return reader.marks;
}

function changesOf(line: string): readonly Change[] {
  try {
    const parsed: unknown = JSON.parse(line);
    return Array.isArray(parsed) ? parsed.flatMap((change) => readChange(change) ?? []) : [];
  } catch {
    return [];
  }
}
