import { splitsPair } from '../anchor/describe-anchor';

/** What a row of the report is about. */
export type RecordKind =
  | 'file'
  | 'project'
  | 'coder'
  | 'code'
  | 'attribute'
  | 'property'
  | 'actor'
  | 'document'
  | 'annotation'
  | 'coding'
  | 'memo'
  | 'link'
  | 'pass';

export type Outcome =
  /** New in this project. */
  | 'added'
  /** Was here already and says the same. */
  | 'unchanged'
  /** Is here under another id and was taken for it. */
  | 'bound'
  /** Came in, but not as it stood in the file. */
  | 'repaired'
  /** Is here already and says something else; what is here was kept. */
  | 'kept'
  /** Is here already; what the file says newer was taken over. */
  | 'changed'
  /** Is here, was taken away where the file comes from, and goes. */
  | 'removed'
  /** Did not come in. */
  | 'left-out';

/** Why, where it is not plain. */
export type Reason =
  | 'same-key'
  | 'same-name'
  | 'same-text'
  | 'same-place'
  | 'differs'
  // Of projects that are merged.
  | 'newer-there'
  | 'newer-here'
  | 'both-changed'
  | 'removed-there'
  | 'removed-here'
  | 'id-replaced'
  | 'time-unreadable'
  | 'coder-missing'
  | 'parent-missing'
  | 'parent-circle'
  | 'key-replaced'
  | 'separator-in-name'
  | 'attribute-made'
  | 'unknown-attribute'
  | 'structure-made'
  | 'characters-replaced'
  | 'context-made'
  | 'code-ids-differ'
  | 'newer-minor'
  | 'id-twice'
  | 'text-missing'
  | 'text-not-frozen'
  | 'text-hash-differs'
  | 'document-missing'
  | 'document-left-out'
  | 'other-text'
  | 'place-missing'
  | 'out-of-range'
  | 'splits-character'
  | 'quote-differs'
  | 'unknown-code'
  | 'folder-applied'
  | 'unknown-speaker'
  | 'target-missing'
  | 'target-left-out'
  // Of files of other programs.
  | 'not-supported'
  | 'positions-converted'
  | 'name-differs'
  | 'name-twice'
  | 'name-missing'
  | 'ranges-merged'
  | 'coders-parted'
  | 'coding-twice'
  | 'folder-coded'
  | 'note-copied'
  | 'note-free'
  | 'comment-made-memo'
  | 'value-unreadable'
  | 'value-twice'
  | 'link-kind'
  | 'time-zone-missing'
  | 'page-missing'
  | 'not-an-annotation'
  | 'body-unreadable'
  | 'found-by-quote'
  | 'quote-missing'
  | 'quote-ambiguous'
  | 'document-ambiguous';

export interface ReportRow {
  readonly outcome: Outcome;
  readonly record: RecordKind;
  readonly reason: Reason | null;
  /** As they stand in the file; '' for a record without one. */
  readonly ids: readonly string[];
  /** What a person knows each by, in the order of `ids`: a title, a name, the beginning of a quote. */
  readonly names: readonly string[];
}

export interface Report {
  note(outcome: Outcome, record: RecordKind, item: Item, reason?: Reason): void;
  /** Forgets that a record was to be added. */
  retract(record: RecordKind, id: string): void;
  rows(): readonly ReportRow[];
}

export interface Item {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
}

const longestName = 80;

function shortened(name: string): string {
  if (name.length <= longestName) return name;
  return `${name.slice(0, splitsPair(name, longestName) ? longestName - 1 : longestName)}…`;
}

/** Collects what became of every record, a row for each outcome, kind of record and reason. */
export function importReport(): Report {
  const rows = new Map<string, ReportRow & { readonly ids: string[]; readonly names: string[] }>();
  return {
    note(outcome, record, { id = '', name = '' }, reason) {
      const key = `${record} ${outcome} ${reason ?? ''}`;
      const row = rows.get(key) ?? { outcome, record, reason: reason ?? null, ids: [], names: [] };
      row.ids.push(id);
      row.names.push(shortened(name));
      rows.set(key, row);
    },
    retract(record, id) {
      const row = rows.get(`${record} added `);
      const at = row?.ids.findIndex((each) => each.toLowerCase() === id) ?? -1;
      if (row === undefined || at < 0) return;
      row.ids.splice(at, 1);
      row.names.splice(at, 1);
    },
    rows: () => [...rows.values()].filter(({ ids }) => ids.length > 0),
  };
}
