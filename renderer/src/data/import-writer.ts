/** Commits what an import brings, and says of each file what became of it. */

import type { FrozenSource } from '@core/import/document-records';
import type { ChangeDraft } from '@core/model/change';
import type { Id } from '@core/model/identity';
import type { Problem, Repair } from '@preload/contract';
import type { Committer } from './commit';
import type { documentDrafter } from './document-drafts';
import { drawn } from './in-turns';

export interface ImportRow {
  readonly path: string;
  readonly outcome: 'imported' | 'repaired' | 'duplicate' | 'skipped';
  readonly problem?: Problem;
  readonly repairs?: readonly Repair[];
  /** WHATWG label of an encoding that was guessed with little to go by. */
  readonly guess?: string;
  /** The first document that it became. */
  readonly document_id?: Id;
  /** All of them. */
  readonly document_ids?: readonly Id[];
  /** Documents that it became, where that is not one. */
  readonly documents?: number;
  /** It is a later version of a document that was there. */
  readonly isVersion?: boolean;
}

/** A file to be committed: what is to be said of it, and its documents. */
export interface Pending {
  readonly row: ImportRow;
  readonly sources: readonly FrozenSource[];
}

const documentsPerCommit = 100;
/** UTF-16 units of text whose structures go into one commit, so that a line of the journal stays within bounds. */
const unitsPerCommit = 4_000_000;

export interface ImportWriter {
  add(pending: Pending): Promise<void>;
  flush(): Promise<void>;
  rows(): readonly ImportRow[];
  document_ids(): readonly Id[];
  problem(): Problem | null;
}

/** Gathers documents and commits them by the hundred; a file's row says "imported" only once it is committed. */
export function createWriter(
  committer: Committer,
  batch_id: Id,
  draftsFor: ReturnType<typeof documentDrafter>,
): ImportWriter {
  const rows: ImportRow[] = [];
  const document_ids: Id[] = [];
  let problem: Problem | null = null;
  let waiting: Pending[] = [];
  let units = 0;

  const draftsOf = (source: FrozenSource): readonly ChangeDraft[] => {
    const { created, records } = draftsFor(source);
    return [...created, { kind: 'document.added', data: records }];
  };

  const flush = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    units = 0;
    const drafts = batch.flatMap(({ sources }) => sources).flatMap(draftsOf);
    const committed = await committer.commit(drafts, { origin: 'import', batch_id });
    if (committed.ok) {
      const made = drafts.flatMap((draft) =>
        draft.kind === 'document.added' ? [draft.data.document.id] : [],
      );
      document_ids.push(...made);
      let at = 0;
      for (const { row, sources } of batch) {
        const document_id = sources.length === 0 ? undefined : made[at];
        at += sources.length;
        rows.push(document_id === undefined ? row : { ...row, document_id });
      }
      return;
    }
    const { error } = committed;
    problem = error;
    rows.push(
      ...batch.map(
        ({ row, sources }): ImportRow =>
          sources.length === 0 ? row : { path: row.path, outcome: 'skipped', problem: error },
      ),
    );
  };

  return {
    add: async (pending) => {
      waiting.push(pending);
      units += pending.sources.reduce((sum, { length }) => sum + length, 0);
      if (waiting.length < documentsPerCommit && units < unitsPerCommit) return;
      await flush();
      // What the commit has told of is drawn before the next is made ready: both at once would take too long.
      await drawn();
    },
    flush,
    rows: () => rows,
    document_ids: () => document_ids,
    problem: () => problem,
  };
}
