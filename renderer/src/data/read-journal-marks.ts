/** What journals tell of when things were set and taken away, for merging. */
import { readChange } from '@core/change/read-change';
import { type JournalMarks, journalReader, undoneChanges } from '@core/exchange/merge/journal-marks';
import type { Change } from '@core/model/change';
import { succeed } from '@core/result';
import type { Bridge, Outcome } from '@preload/contract';
import { eachCommit } from './journal';

type Undoing = Pick<Change, 'id' | 'undoes'>;

const undoingOf = (changes: readonly Change[]): readonly Undoing[] =>
  changes.flatMap(({ id, undoes }) => (undoes === undefined ? [] : [{ id, undoes }]));

/** Of the open project, up to the change `to`: read twice, some megabytes at a time, since an undo comes last. */
export async function readJournalMarks(bridge: Bridge, to: number): Promise<Outcome<JournalMarks>> {
  const undoing: Undoing[] = [];
  const first = await eachCommit(bridge, 1, to, (changes) => {
    for (const each of undoingOf(changes)) undoing.push(each);
  });
  if (!first.ok) return first;
  const reader = journalReader(undoneChanges(undoing));
  const second = await eachCommit(bridge, 1, to, (changes) => reader.take(changes));
  return second.ok ? succeed(reader.marks) : second;
}

/** The same of a project file, a commit a line; lines and changes that cannot be read tell nothing. */
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
