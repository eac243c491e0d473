/** What the journal of the open project tells of when things were set and taken away, for merging. */
import { type JournalMarks, journalReader, undoneChanges } from '@core/exchange/merge/journal-marks';
import { undoingOf } from '@core/exchange/merge/marks-of-lines';
import { succeed } from '@core/result';
import type { Bridge, Outcome } from '@preload/contract';
import { eachCommit } from './journal';

/** Up to the change `to`: read twice, some megabytes at a time, since an undo comes last. */
export async function readJournalMarks(bridge: Bridge, to: number): Promise<Outcome<JournalMarks>> {
  const undoing: ReturnType<typeof undoingOf>[number][] = [];
  const first = await eachCommit(bridge, 1, to, (changes) => {
    for (const each of undoingOf(changes)) undoing.push(each);
  });
  if (!first.ok) return first;
  const reader = journalReader(undoneChanges(undoing));
  const second = await eachCommit(bridge, 1, to, (changes) => reader.take(changes));
  return second.ok ? succeed(reader.marks) : second;
}
