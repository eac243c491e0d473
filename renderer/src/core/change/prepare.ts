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

/** Completes and applies changes one after another, each upon the state that those before it leave. */
export function prepare(records: Records, changes: readonly Applicable[]): Prepared {
  return run(records, changes, complete);
}

/** The same for changes from the journal, which are taken as they are. */
export function replay(records: Records, changes: readonly Applicable[]): Prepared {
  return run(records, changes, (_records, change) => change);
}

function run(
  records: Records,
  changes: readonly Applicable[],
  finish: (records: Records, change: Applicable) => Applicable,
): Prepared {
  const state = createRecordSet(records);
  const last = new Map<string, Write>();
  const finished = changes.map((change) => {
    const done = finish(state, change);
    const writes = apply(state, done);
    state.write(writes);
    for (const write of writes) last.set(`${write.table}/${write.id}`, write);
    return done;
  });
  const written = [...last.values()].map((write) => ({
    ...write,
    before: records.get(write.table, write.id) ?? null,
  }));
  return { changes: finished, written };
}
