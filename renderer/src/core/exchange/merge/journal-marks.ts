import { fits } from '../../change/shapes';
import type { Coding } from '../../model/annotation';
import type { Change } from '../../model/change';
import type { Id } from '../../model/identity';
import { compareMarks, isMark, laterMark, type Mark } from './mark';
import { goneElsewhere, type MergedKind, markKey, projectId, valueId, whole } from './merged-kind';
import { markOf } from './record-marks';

/** What a journal tells of one record. */
export interface RecordMarks {
  /** Of the fields that were set since the record was made. */
  readonly fields: Map<string, Mark>;
  /** Of all other fields; null where the journal does not tell how the record came. */
  born: Mark | null;
  /** When somebody last did anything with it. */
  alive: Mark | null;
  /** When it was last taken away; null where it never was. */
  gone: Mark | null;
  /** As it was when it was taken away: it may have to come back. */
  last: object | null;
}

/** By kind and id, see `markKey`. */
export type JournalMarks = ReadonlyMap<string, RecordMarks>;

/** True where a journal says that the record was taken away, and nobody did anything with it since. */
export function isGone({ alive, gone }: RecordMarks): boolean {
  return gone !== null && (alive === null || compareMarks(alive, gone) < 0);
}

/**
 * Of the changes of a journal that take others back, in its order, those taken back in the end: they count as never
 * made. A redo takes back an undo, so that the first change counts again.
 */
export function undoneChanges(undoing: readonly Pick<Change, 'id' | 'undoes'>[]): ReadonlySet<Id> {
  const undone = new Set<Id>();
  for (const { id, undoes } of undoing.toReversed()) {
    if (undoes !== undefined && !undone.has(id)) undone.add(undoes);
  }
  return undone;
}

/** Reads a journal, some changes at a time and in its order; `marks` is what it tells so far. */
export interface JournalReader {
  readonly marks: JournalMarks;
  take(changes: readonly Change[]): void;
}

/**
 * When each field was set and each record taken away. A change that came with an import says when it was made where
 * it came from, so that it counts the same wherever it goes. `undone`: what `undoneChanges` says of the whole journal.
 */
export function journalReader(undone: ReadonlySet<Id>): JournalReader {
  const marks = new Map<string, RecordMarks>();
  const marksFor = (key: string): RecordMarks => {
    const known = marks.get(key) ?? { fields: new Map(), born: null, alive: null, gone: null, last: null };
    marks.set(key, known);
    return known;
  };
  return {
    marks,
    take: (changes) => {
      for (const change of changes) {
        const counts = change.undoes === undefined && !undone.has(change.id) && fits(change);
        if (counts) takeChange(change, marksFor);
      }
    },
  };
}

function touch(record: RecordMarks, mark: Mark): void {
  record.alive = record.alive === null ? mark : laterMark(record.alive, mark);
}

function takeChange(change: Change, marksFor: (key: string) => RecordMarks): void {
  const of = (kind: MergedKind, id: Id): RecordMarks => marksFor(markKey(kind, id));
  const own: Mark = [change.at, 0, change.id];
  const stated = new Map<string, Mark>(
    // The journal of a file may say anything.
    Object.entries(change.marks ?? {}).filter(([, mark]) => isMark(mark)),
  );
  /** An import of an older program, or of a file without a journal, leaves it to the record. */
  const isPlain = change.origin === 'import' && change.marks === undefined;
  const put = (kind: MergedKind, id: Id, name: string, mark: Mark): void => {
    const { fields } = of(kind, id);
    const before = fields.get(name);
    fields.set(name, before === undefined ? mark : laterMark(before, mark));
    touch(of(kind, id), mark);
  };
  const set = (kind: MergedKind, id: Id, fields: object): void => {
    for (const name of Object.keys(fields)) put(kind, id, name, stated.get(name) ?? own);
  };
  const remove = (kind: MergedKind, id: Id, last: object | null = null): void => {
    const record = of(kind, id);
    record.gone = stated.get(whole) ?? own;
    record.last = last;
  };
  const hear = (key: string, mark: Mark): void => {
    const record = marksFor(key);
    record.gone = record.gone === null ? mark : laterMark(record.gone, mark);
  };
  /** `prefix`: of a record within the one that was added. */
  const bear = (kind: MergedKind, id: Id, mark: Mark, prefix = ''): void => {
    const record = of(kind, id);
    record.born = stated.get(`${prefix}${whole}`) ?? mark;
    // What somebody makes again after it was taken away is there again from then on.
    const isAgain = record.gone !== null && change.origin !== 'import';
    touch(record, isAgain ? laterMark(record.born, own) : record.born);
    for (const [name, each] of stated) {
      const field = name.startsWith(prefix) ? name.slice(prefix.length) : '/';
      if (field !== whole && !field.includes('/')) put(kind, id, field, each);
    }
  };
  const bearCoding = (annotation: Id, coding: Coding, prefix = ''): void => {
    bear('coding', coding.id, isPlain ? markOf.dated(coding) : markOf.born(coding), prefix);
    touch(of('annotation', annotation), of('coding', coding.id).alive ?? own);
  };
  /** For records that are put and taken away as one. */
  const putWhole = (kind: MergedKind, id: Id, coarse: Mark | null, last: object | null = null): void => {
    if (coarse === null) remove(kind, id, last);
    else put(kind, id, whole, stated.get(whole) ?? (isPlain ? coarse : own));
  };

  switch (change.kind) {
    case 'coder.added':
      bear('coder', change.data.coder.id, markOf.other);
      break;
    case 'attribute.added':
      bear('attribute', change.data.attribute.id, markOf.other);
      break;
    case 'property.added':
      bear('property', change.data.property.id, markOf.other);
      break;
    case 'actor.added':
      bear('actor', change.data.actor.id, markOf.other);
      break;
    case 'link.added':
      putWhole('link', change.data.link.id, markOf.other);
      break;
    case 'code.added':
      bear('code', change.data.code.id, markOf.code(change.data.code));
      break;
    case 'document.added': {
      const { document, structure } = change.data;
      bear('document', document.id, markOf.other);
      for (const [attribute, value] of Object.entries(document.values))
        put(
          'value',
          valueId(document.id, attribute),
          whole,
          stated.get(`value/${attribute}`) ?? markOf.value(value),
        );
      for (const block of structure.blocks)
        put('block', block.id, whole, stated.get(`block/${block.id}`) ?? markOf.block(block));
      break;
    }
    case 'annotation.added': {
      const { annotation } = change.data;
      bear('annotation', annotation.id, isPlain ? markOf.dated(annotation) : markOf.born(annotation));
      for (const coding of annotation.codings) bearCoding(annotation.id, coding, `${coding.id}/`);
      break;
    }
    case 'project.set':
      set('project', projectId, change.data.fields);
      for (const [name, mark] of stated)
        if (name.startsWith(goneElsewhere)) hear(name.slice(goneElsewhere.length), mark);
      break;
    case 'coder.set':
      set('coder', change.data.id, change.data.fields);
      break;
    case 'attribute.set':
      set('attribute', change.data.id, change.data.fields);
      break;
    case 'property.set':
      set('property', change.data.id, change.data.fields);
      break;
    case 'actor.set':
      set('actor', change.data.id, change.data.fields);
      break;
    case 'code.set':
      set('code', change.data.id, change.data.fields);
      break;
    case 'document.set':
      set('document', change.data.id, change.data.fields);
      break;
    case 'annotation.set':
      set('annotation', change.data.annotation_id, change.data.fields);
      break;
    case 'annotation.target-set':
      set('annotation', change.data.annotation_id, { target: null });
      break;
    case 'coding.added':
      bearCoding(change.data.annotation_id, change.data.coding);
      break;
    case 'coding.set': {
      set('coding', change.data.coding_id, change.data.fields);
      touch(of('annotation', change.data.annotation_id), of('coding', change.data.coding_id).alive ?? own);
      break;
    }
    case 'coding.removed':
      remove('coding', change.data.coding_id);
      break;
    case 'attribute.removed':
      remove('attribute', change.data.id, change.before.attribute);
      break;
    case 'property.removed':
      remove('property', change.data.id, change.before.property);
      break;
    case 'actor.removed':
      remove('actor', change.data.id, change.before.actor);
      break;
    case 'code.removed':
      remove('code', change.data.id, change.before.code);
      break;
    case 'link.removed':
      remove('link', change.data.id, change.before.link);
      break;
    case 'document.removed':
      remove('document', change.data.id, change.before.document);
      break;
    case 'annotation.removed':
      remove('annotation', change.data.id, change.before.annotation);
      break;
    case 'attribute.value-set': {
      const { document_id, attribute_id, value } = change.data;
      putWhole('value', valueId(document_id, attribute_id), value === null ? null : markOf.value(value));
      break;
    }
    case 'block.set': {
      const { block_id, value } = change.data;
      putWhole('block', block_id, value === null ? null : markOf.block(value));
      break;
    }
    case 'memo.set': {
      const { id, value } = change.data;
      putWhole('memo', id, value === null ? null : markOf.dated(value), change.before);
      break;
    }
    case 'pass.set': {
      const { id, value } = change.data;
      putWhole('pass', id, value === null ? null : markOf.pass(value), change.before);
      break;
    }
    case 'project.added':
    case 'document.text-set':
      break;
  }
}
