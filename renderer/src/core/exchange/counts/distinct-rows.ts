import { sentencesTouched } from '../../copies/copy-runs';
import type { Id } from '../../model/identity';
import type { CopyGroupsOf } from '../copy-groups-of';
import type { SnapshotIndex } from '../snapshot-index';
import { type CountedUnit, structuresByDocument } from './counted-units';
import type { MatrixRow } from './matrix-row';

/**
 * The rows with reprints counted once: units that consist of copies of the same sentences are one row a coder and
 * round, that of the first of them in the corpus. It carries what any of them carries; it is missing only where all
 * are. A unit with a sentence of its own stands for itself.
 */
export function distinctRows(
  rows: Iterable<MatrixRow>,
  index: SnapshotIndex,
  groupsOf: CopyGroupsOf,
): Iterable<MatrixRow> {
  const keyOf = wordingOf(index, groupsOf);
  const kept = new Map<string, MatrixRow>();
  for (const row of rows) {
    const { unit, reading } = row;
    const key = `${reading.coder_id} ${reading.round} ${keyOf(unit) ?? `/${unit.id}`}`;
    const first = kept.get(key);
    kept.set(key, first === undefined ? row : { ...first, values: joined(first.values, row.values) });
  }
  return kept.values();
}

function joined(one: MatrixRow['values'], other: MatrixRow['values']): MatrixRow['values'] {
  return one.map((value, at) => {
    const second = other[at] ?? null;
    return value === null || second === null ? (value ?? second) : Math.max(value, second);
  });
}

/** What all copies of a unit share: the groups of its sentences; null where one of them is in none. */
function wordingOf(index: SnapshotIndex, groupsOf: CopyGroupsOf): (unit: CountedUnit) => string | null {
  const structures = structuresByDocument(index);
  const known = new Map<Id, ReturnType<CopyGroupsOf>>();
  return ({ document, start, end }) => {
    const groups = known.get(document.id) ?? groupsOf(document.id);
    known.set(document.id, groups);
    const touched = sentencesTouched(structures.get(document.id)?.sentences ?? [], { start, end });
    const ids: string[] = [];
    for (let sentence = touched.first; sentence < touched.end; sentence += 1) {
      const group = groups.get(sentence);
      if (group === undefined) return null;
      ids.push(group.id);
    }
    return ids.length === 0 ? null : ids.join(';');
  };
}
