import type { Applicable } from './apply';
import { apply } from './apply';
import { complete } from './complete';
import { createRecordSet } from './record-set';
import type { Records, Write } from './tables';

/** A write together with the record it replaced. */
export type Written = Write & { readonly before: Write['record'] };

/** Changes with what they do to the records: one write for each record that ends up different. */
export interface Prepared {
  readonly changes: readonly Applicable[];
  readonly written: readonly Written[];
}

/** A preparation under way, for those who stop between two changes. */
export interface Preparation {
  readonly take: (change: Applicable) => void;
  readonly prepared: () => Prepared;
}

export function startPreparation(records: Records): Preparation {
  const state = follow(records);
  const kept: Applicable[] = [];
  return {
    take: (change) => {
      const completed = complete(state.records, change);
      const effective = state.apply(completed);
      if (effective || change.undoes !== undefined) kept.push(completed);
    },
    prepared: () => ({ changes: kept, written: state.written() }),
  };
}

/**
 * Completes and applies changes one after another, each upon the state that those before it leave. A change that
 * would do nothing is dropped, so that the inverse of whatever remains restores what was; an undo is kept even so,
 * because the history follows it.
 */
export function prepare(records: Records, changes: readonly Applicable[]): Prepared {
  const preparation = startPreparation(records);
  for (const change of changes) preparation.take(change);
  return preparation.prepared();
}

/** Applies changes from the journal, which are taken as they are. */
export function replay(records: Records, changes: readonly Applicable[]): Prepared {
  const state = follow(records);
  for (const change of changes) state.apply(change);
  return { changes, written: state.written() };
}

interface State {
  readonly records: Records;
  /** Answers whether it did anything. */
  apply(change: Applicable): boolean;
  written(): readonly Written[];
}

function follow(records: Records): State {
  const state = createRecordSet(records);
  const last = new Map<string, Write>();
  return {
    records: state,
    apply: (change) => {
      const writes = apply(state, change);
      state.write(writes);
      for (const write of writes) last.set(keyOf(write), write);
      return writes.length > 0;
    },
    written: () => [...last.values()].map((write) => ({ ...write, before: recordBefore(records, write) })),
  };
}

/** An annotation that moves to another document is taken out of the one and put into the other: two writes. */
function keyOf(write: Write): string {
  const { table, id } = write;
  return table === 'annotation' ? `${table}/${write.document_id}/${id}` : `${table}/${id}`;
}

function recordBefore(records: Records, write: Write): Write['record'] {
  if (write.table !== 'annotation') return records.get(write.table, write.id) ?? null;
  const there = records.get('annotation', write.id);
  return there?.document_id === write.document_id ? there : null;
}
