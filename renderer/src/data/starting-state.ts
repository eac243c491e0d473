/** Where a rebuild begins: at the newest snapshot that can be used, else before the first change. */
import { createRecordSet, type RecordSet } from '@core/change/record-set';
import type { Id } from '@core/model/identity';
import type { Bridge, Problem, SnapshotHead } from '@preload/contract';
import { isWhole, takeLines } from './snapshot-state';

export interface StartingState {
  readonly records: RecordSet;
  /** Of the last change in it; 0 where it is empty. */
  readonly seq: number;
  readonly last_change: Id | null;
  /** Snapshots that could not be used, for the person to be told. */
  readonly passed_over: readonly Problem[];
}

/** Never fails: without a snapshot the whole journal is read. */
export async function startingState(bridge: Bridge, journalSeq: number): Promise<StartingState> {
  const passed_over: Problem[] = [];
  const records = createRecordSet();
  try {
    const head = await takeParts(bridge, records, passed_over);
    if (head !== null && head.seq <= journalSeq && isWhole(records, head)) {
      return { records, seq: head.seq, last_change: head.last_change, passed_over };
    }
    if (head !== null) passed_over.push({ code: 'snapshot-damaged', file: String(head.seq) });
  } catch (error) {
    passed_over.push({ code: 'snapshot-damaged', file: String(error).slice(0, 100) });
  }
  return { records: createRecordSet(), seq: 0, last_change: null, passed_over };
}

async function takeParts(
  bridge: Bridge,
  records: RecordSet,
  passed_over: Problem[],
): Promise<SnapshotHead | null> {
  for (let number = 0; ; number += 1) {
    const read = await bridge.readSnapshot(number);
    if (!read.ok) {
      passed_over.push(read.error);
      return null;
    }
    const { part } = read.value;
    passed_over.push(...read.value.passed_over);
    if (part === null) return null;
    takeLines(part.lines, records);
    if (part.is_last) return part.head;
  }
}
