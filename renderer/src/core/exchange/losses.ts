import type { Id } from '../model/identity';

/** What an export to a format of others could not say, or said in another way. */
export type LossKind =
  /** Of passages. */
  | 'speaker'
  | 'voice'
  | 'round'
  | 'review'
  | 'origin'
  | 'annotation-values'
  /** The passage no longer stands at its place; it was left out, or written without a place. */
  | 'orphan'
  | 'annotation-of-missing-text'
  /** A whole document was annotated: the codings were kept, not that they belong together. */
  | 'document-annotation'
  /** A whole document was annotated without a code. */
  | 'uncoded-document'
  /** Of codings. */
  | 'stance'
  | 'certainty'
  | 'coding-values'
  | 'coding-modified'
  | 'coding-revision'
  | 'unknown-code'
  /** Written as a code beside the others of the passage, so that nobody can tell to which of them it belongs. */
  | 'extra-unpaired'
  /** Of the codebook. */
  | 'codebook'
  | 'code-key'
  | 'code-mark'
  | 'code-color'
  | 'code-examples'
  | 'code-revision'
  | 'code-archived'
  | 'code-definition'
  | 'code-set'
  | 'codebook-lock'
  /** Of documents and their attributes. */
  | 'text-missing'
  /** The file as it was imported is not in the project's folder. */
  | 'original'
  | 'text'
  | 'document-path'
  | 'document-details'
  | 'structure'
  | 'hand-blocks'
  | 'attribute'
  | 'attribute-key'
  | 'attribute-type'
  | 'attribute-choices'
  | 'value-details'
  | 'value-empty'
  /** Of memos and links. */
  | 'memo'
  | 'memo-markup'
  | 'memo-moved'
  | 'link'
  | 'link-details'
  /** Of the project. */
  | 'actor'
  | 'property'
  | 'pass'
  | 'coder-details'
  | 'project-revisions'
  /** Characters that XML 1.0 cannot hold, put as their pictures. */
  | 'characters';

export interface Loss {
  readonly kind: LossKind;
  readonly count: number;
  /** The records concerned; empty where single records were not told apart. */
  readonly ids: readonly Id[];
}

export interface LossList {
  note(kind: LossKind, id: Id): void;
  /** For what is counted without ids; nothing for a count of 0. */
  add(kind: LossKind, count: number): void;
  /** In the order in which kinds were first noted. */
  rows(): readonly Loss[];
}

export function lossList(): LossList {
  const rows = new Map<LossKind, { count: number; readonly ids: Id[] }>();
  const row = (kind: LossKind) => {
    const found = rows.get(kind) ?? { count: 0, ids: [] };
    rows.set(kind, found);
    return found;
  };
  return {
    note(kind, id) {
      const found = row(kind);
      found.count += 1;
      found.ids.push(id);
    },
    add(kind, count) {
      if (count > 0) row(kind).count += count;
    },
    rows: () => [...rows].map(([kind, { count, ids }]) => ({ kind, count, ids })),
  };
}
