import type { Id, Sha256 } from '../../model/identity';
import type { Memo, MemoTargetKind } from '../../model/memo';
import type { LossList } from '../losses';
import { compareText, type SnapshotIndex } from '../snapshot-index';
import type { GuidOf } from './refi-guids';
import { element, type XmlNode } from './xml-writer';

/** What the parts of a REFI export share while it is written. */
export interface RefiWriter {
  readonly index: SnapshotIndex;
  readonly texts: ReadonlyMap<Sha256, string>;
  readonly guid: GuidOf;
  readonly losses: LossList;
  /** Memos that something refers to; filled as it is written. */
  readonly referred: Set<Memo>;
}

/** References to the memos about a record, oldest first. */
export function noteRefs(
  { index, guid, referred }: RefiWriter,
  ...targets: readonly (readonly [kind: MemoTargetKind, id: Id])[]
): readonly XmlNode[] {
  const memos = targets.flatMap(([kind, id]) =>
    (index.memosByTarget.get(id) ?? []).filter(({ target }) => target.kind === kind),
  );
  const inOrder = targets.length < 2 ? memos : memos.toSorted(byTime);
  return inOrder.map((memo) => {
    referred.add(memo);
    return element('NoteRef', { targetGUID: guid('memo', memo.id) });
  });
}

export function byTime(
  a: { readonly created_at: string; readonly id: Id },
  b: { readonly created_at: string; readonly id: Id },
): number {
  return compareText(a.created_at, b.created_at) || compareText(a.id, b.id);
}

/** On one line, as other programs list names. */
export function onOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}
