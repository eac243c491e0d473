import { setFields } from '../../change/fields';
import type { ChangeDraft } from '../../model/change';
import type { JournalMarks, RecordMarks } from './journal-marks';
import { laterMark, type Mark } from './mark';
import { mergeFields, mergeWhole, type Side, sideOf } from './merge-sides';
import { type MergedKind, whole } from './merged-kind';
import { markOf } from './record-marks';

/**
 * A record that was taken away here and comes in all the same, because something needs it: with what was said of it
 * here as well as there, as if it had never gone. `marks`: what is known of it here.
 */
export function comesBack(
  draft: ChangeDraft,
  marks: RecordMarks | undefined,
  there: JournalMarks | null,
): ChangeDraft {
  const last = marks?.last;
  if (marks === undefined || last == null) return draft;
  const joined = (
    kind: MergedKind,
    made: { readonly id: string },
    mark: (record: never) => Mark,
  ): readonly [Side, Side] => [
    // What was taken away was such a record.
    { record: last, marks, coarse: mark(last as never), isSet: true },
    sideOf(there, kind, made.id, made, mark(made as never)),
  ];
  const merge = <T extends { readonly id: string }>(
    kind: 'code' | 'attribute' | 'property' | 'actor' | 'document' | 'annotation',
    made: T,
    mark: (record: never) => Mark,
  ): { readonly record: T; readonly marks: Readonly<Record<string, Mark>> } => {
    const [mine, theirs] = joined(kind, made, mark);
    // From the other side: what was said last here is set in what comes.
    const merged = mergeFields(kind, theirs, mine);
    const fields = new Map<string, Mark>();
    for (const [name, each] of [...(theirs.marks?.fields ?? []), ...marks.fields])
      fields.set(name, laterMark(fields.get(name) ?? each, each));
    const born = marks.born ?? theirs.marks?.born ?? mine.coarse;
    return {
      record: setFields(kind, made, merged.fields),
      marks: { ...Object.fromEntries(fields), [whole]: born },
    };
  };
  const isOlder = (
    kind: 'memo' | 'pass' | 'link',
    made: { readonly id: string },
    mark: (record: never) => Mark,
  ): boolean => mergeWhole(...joined(kind, made, mark)).kept;

  if (draft.kind === 'code.added') {
    const { record, marks: all } = merge('code', draft.data.code, markOf.code);
    const before = 'rev' in last && typeof last.rev === 'number' ? last.rev : 0;
    return { ...draft, data: { code: { ...record, rev: Math.max(record.rev, before) } }, marks: all };
  }
  if (draft.kind === 'attribute.added') {
    const { record, marks: all } = merge('attribute', draft.data.attribute, () => markOf.other);
    return { ...draft, data: { attribute: record }, marks: all };
  }
  if (draft.kind === 'property.added') {
    const { record, marks: all } = merge('property', draft.data.property, () => markOf.other);
    return { ...draft, data: { property: record }, marks: all };
  }
  if (draft.kind === 'actor.added') {
    const { record, marks: all } = merge('actor', draft.data.actor, () => markOf.other);
    return { ...draft, data: { actor: record }, marks: all };
  }
  if (draft.kind === 'annotation.added') {
    const { record, marks: all } = merge('annotation', draft.data.annotation, markOf.dated);
    const before = 'modified_at' in last && typeof last.modified_at === 'string' ? last.modified_at : '';
    const modified_at = before > record.modified_at ? before : record.modified_at;
    const ofCodings = Object.entries(draft.marks ?? {}).filter(([name]) => name.includes('/'));
    return {
      ...draft,
      data: { annotation: { ...record, modified_at } },
      marks: { ...all, ...Object.fromEntries(ofCodings) },
    };
  }
  if (draft.kind === 'memo.set') {
    // Taken away as a memo.
    return draft.data.value !== null && isOlder('memo', draft.data.value, markOf.dated)
      ? { ...draft, data: { id: draft.data.id, value: last as typeof draft.data.value } }
      : draft;
  }
  if (draft.kind === 'pass.set') {
    return draft.data.value !== null && isOlder('pass', draft.data.value, markOf.pass)
      ? { ...draft, data: { id: draft.data.id, value: last as typeof draft.data.value } }
      : draft;
  }
  return draft;
}
