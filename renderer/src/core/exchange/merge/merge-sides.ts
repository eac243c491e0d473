import type { Id } from '../../model/identity';
import type { JournalMarks, RecordMarks } from './journal-marks';
import { compareMarks, joinSaid, laterMark, type Mark, type Said, unsaid } from './mark';
import { type MergedKind, markKey, unmerged, whole } from './merged-kind';

/** What the journals of both sides tell; a file without one leaves it to its records. */
export interface MergeJournals {
  readonly here: JournalMarks;
  readonly there: JournalMarks | null;
}

/** One of the two sides of a record: what it says, and when. */
export interface Side {
  readonly record: object;
  readonly marks: RecordMarks | undefined;
  /** Of fields of which the journal does not tell. */
  readonly coarse: Mark;
  /** Whether a field was set after the record was made, as far as the record tells. */
  readonly isSet: boolean;
}

export function sideOf(
  journal: JournalMarks | null,
  kind: MergedKind,
  id: Id,
  record: object,
  coarse: Mark,
): Side {
  const dates = new Map<string, unknown>(Object.entries(record));
  const isSet = dates.get('modified_at') !== dates.get('created_at');
  return { record, marks: journal?.get(markKey(kind, id)), coarse, isSet };
}

/**
 * When a field was set. Against a side without a journal a record speaks as a whole, by its last change: there nobody
 * can tell which of its fields that was.
 */
export function markIn({ marks, coarse }: Side, name: string, other?: Side): Mark {
  const mark = marks?.fields.get(name);
  if (other !== undefined && other.marks === undefined) return laterMark(mark ?? coarse, coarse);
  return mark ?? marks?.born ?? coarse;
}

/** When anybody last did anything with the record. */
export function aliveIn({ marks, coarse }: Side): Mark {
  return marks?.alive ?? coarse;
}

const wasSet = ({ marks, isSet }: Side, name: string): boolean => marks?.fields.has(name) ?? isSet;

export interface MergedFields {
  /** To be set here, null for a field that goes, each with when it was set there. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly marks: Readonly<Record<string, Mark>>;
  /** True where the file said the last word on some field. */
  readonly taken: boolean;
  /** True where the project did. */
  readonly kept: boolean;
  /** True where a field was set on both sides. */
  readonly both: boolean;
}

export const nothingMerged: MergedFields = { fields: {}, marks: {}, taken: false, kept: false, both: false };

/** Field by field the word that was said last, whichever side it comes from. */
export function mergeFields(kind: MergedKind, here: Side, there: Side): MergedFields {
  const left = new Map<string, unknown>(Object.entries(here.record));
  const right = new Map<string, unknown>(Object.entries(there.record));
  const skipped = unmerged[kind];
  // A field that was taken away there is in neither record, and that was said all the same.
  const known = [...left.keys(), ...right.keys(), ...(there.marks?.fields.keys() ?? [])];
  const names = [...new Set(known)].filter((name) => name !== whole && skipped?.has(name) !== true);
  return joinAll(names, here, there, (side, name) => (side === here ? left : right).get(name));
}

/** The same for records that are put as one. */
export function mergeWhole(here: Side, there: Side): MergedFields {
  return joinAll([whole], here, there, (side) => side.record);
}

/** A packet leaves examples out: a code that has none says nothing of them, but where somebody took them away. */
function saidIn(side: Side, name: string, value: unknown, other: Side): Said {
  const isLeftOut = name === 'examples' && Array.isArray(value) && value.length === 0;
  const isSaid = !isLeftOut || side.marks?.fields.has(name) === true;
  return { value, mark: isSaid ? markIn(side, name, other) : unsaid };
}

function joinAll(
  names: readonly string[],
  here: Side,
  there: Side,
  read: (side: Side, name: string) => unknown,
): MergedFields {
  const fields: [string, unknown][] = [];
  const marks: [string, Mark][] = [];
  let [taken, kept, both] = [false, false, false];
  for (const name of names) {
    const own = saidIn(here, name, read(here, name), there);
    const other = saidIn(there, name, read(there, name), here);
    const winner = joinSaid(own, other);
    // Said again later, if only the same: what is said in between elsewhere must not win.
    const isAgain = winner === 'same' && wasSet(there, name) && compareMarks(own.mark, other.mark) < 0;
    if (winner === 'there' || (isAgain && other.mark[2] !== '')) {
      fields.push([name, other.value ?? null]);
      marks.push([name, other.mark]);
    }
    if (winner === 'same') continue;
    if (winner === 'there') taken = true;
    else kept = true;
    if (wasSet(here, name) && wasSet(there, name)) both = true;
  }
  return { fields: Object.fromEntries(fields), marks: Object.fromEntries(marks), taken, kept, both };
}

/** Marks for a record that comes in whole, from the journal it comes with; `prefix` where it lies in another. */
export function marksOfAdded(
  journal: JournalMarks | null,
  kind: MergedKind,
  id: Id,
  prefix = '',
): readonly (readonly [string, Mark])[] {
  const marks = journal?.get(markKey(kind, id));
  if (marks === undefined) return [];
  const born: readonly (readonly [string, Mark])[] =
    marks.born === null ? [] : [[`${prefix}${whole}`, marks.born]];
  return [...born, ...[...marks.fields].map(([name, mark]) => [`${prefix}${name}`, mark] as const)];
}

/** For a draft: nothing where the journal tells nothing, so that the record itself tells. */
export function statedMarks(marks: readonly (readonly [string, Mark])[]): {
  readonly marks?: Readonly<Record<string, Mark>>;
} {
  return marks.length === 0 ? {} : { marks: Object.fromEntries(marks) };
}
