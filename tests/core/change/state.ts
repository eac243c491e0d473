import type { Applicable } from '@core/change/apply';
import { type Prepared, prepare } from '@core/change/prepare';
import { createRecordSet, type RecordSet } from '@core/change/record-set';
import { stamp } from '@core/change/stamp';
import { tableNames } from '@core/change/tables';
import type { Change, ChangeDraft } from '@core/model/change';

/** A small project in memory with a clock and ids that count up. */
export interface TestState {
  readonly records: RecordSet;
  readonly journal: Change[];
  commit(
    drafts: readonly ChangeDraft[],
    options?: { coder_id?: string; batch_id?: string },
  ): readonly Change[];
  /** Every record by table and id, as plain data to compare. */
  all(): unknown;
  /** What the last commit did. */
  last(): Prepared;
}

export function createState(): TestState {
  const records = createRecordSet();
  const journal: Change[] = [];
  let count = 0;
  let last: Prepared = { changes: [], written: [] };
  const stampFor = (coder_id: string, batch_id: string | undefined) => ({
    now: new Date(Date.UTC(2026, 5, 1) + journal.length * 1000).toISOString(),
    ...{ tz: 'Europe/Lisbon', project_id: 'project-0', coder_id, device_id: 'device-0', app: 'test' },
    origin: 'hand' as const,
    newId: () => {
      count += 1;
      return `id-${count}`;
    },
    ...(batch_id === undefined ? {} : { batch_id }),
  });
  return {
    records,
    journal,
    commit: (drafts, { coder_id = 'coder-0', batch_id } = {}) => {
      last = prepare(records, stamp(drafts, stampFor(coder_id, batch_id)));
      records.write(last.written);
      const changes = last.changes.map((change) =>
        withSeq(change, (journal.at(-1)?.seq ?? 0) + 1, last.changes),
      );
      journal.push(...changes);
      return changes;
    },
    all: () =>
      structuredClone(
        tableNames.map((name) => [
          name,
          records.all(name).sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)),
        ]),
      ),
    last: () => last,
  };
}

function withSeq(change: Applicable, first: number, all: readonly Applicable[]): Change {
  return { ...change, seq: first + all.indexOf(change) };
}

function keyOf(record: object): string {
  if ('id' in record && typeof record.id === 'string') return record.id;
  return 'document_id' in record && typeof record.document_id === 'string' ? record.document_id : '';
}

/** The records that begin a project and have no inverse. */
export const begin: readonly ChangeDraft[] = [
  {
    kind: 'project.added',
    data: {
      project: {
        ...{ id: 'project-0', name: 'Test', created_at: '2026-01-01T00:00:00.000Z' },
        ...{ codebook_rev: 1, scope_rev: 1 },
      },
    },
  },
  ...[0, 1].map((n) => ({
    kind: 'coder.added' as const,
    data: { coder: { id: `coder-${n}`, name: `Coder ${n}`, created_at: '2026-01-01T00:00:00.000Z' } },
  })),
];
