import type { Id } from '../model/identity';
import type { Item, Reason, RecordKind } from './import-report';
import { canonicalId, idKey, type Stage } from './import-stage';
import { agrees } from './same-value';

export interface Matching<F, R extends { readonly id: Id }> {
  readonly record: RecordKind;
  readonly items: readonly F[];
  readonly present: readonly R[];
  readonly name: (item: F) => string;
  /** The record as it would be added; references may still be those of the file. */
  readonly make: (item: F, id: Id) => R | null;
  /** What a record is known by beside its id. */
  readonly likeness: (record: R) => string;
  /** The same for a record of the file, where its likeness cannot be seen from the record alone. */
  readonly likenessInFile?: (item: F) => string;
  /**
   * Whether two records that are alike are one. Where the file gives no id of ours they always are, so that the
   * file of a script that numbers its records can be imported twice and adds nothing.
   */
  readonly isOne: (known: R, made: R) => boolean;
  readonly reason: Reason;
  /** What is done with a record that is here under the same id, in a project that is merged. */
  readonly merge: ((known: R, made: R, item: Item) => void) | undefined;
}

/**
 * Finds what of the file is here already, by id or by likeness, and answers what is to be added. `ids`, where the
 * kind is one that others point to, learns every id of the file.
 */
export function matchRecords<F extends { readonly id?: string }, R extends { readonly id: Id }>(
  stage: Stage,
  ids: Map<string, Id> | null,
  matching: Matching<F, R>,
): readonly R[] {
  const { record } = matching;
  const { report } = stage;
  const byId = new Map(matching.present.map((known) => [known.id, known]));
  const alike = new Map<string, R>();
  for (const known of matching.present) alike.set(matching.likeness(known), known);
  const seen = new Set<string>();
  const added: R[] = [];
  for (const item of matching.items) {
    const about: Item = { id: item.id, name: matching.name(item) };
    const key = item.id === undefined ? null : idKey(item.id);
    if (key !== null && seen.has(key)) {
      report.note('left-out', record, about, 'id-twice');
      continue;
    }
    if (key !== null) seen.add(key);
    const own = canonicalId(item.id);
    const made = matching.make(item, own ?? stage.context.newId());
    if (made === null) continue;
    const known = own === null ? undefined : byId.get(own);
    const likeness = matching.likenessInFile?.(item) ?? matching.likeness(made);
    const other = alike.get(likeness);
    const isOne = other !== undefined && (own === null || matching.isOne(other, made));
    const twin = known ?? (isOne ? other : undefined);
    if (key !== null) ids?.set(key, twin?.id ?? made.id);
    if (known !== undefined && matching.merge !== undefined) matching.merge(known, made, about);
    else if (known !== undefined) {
      const isSame = agrees(known, made, item);
      report.note(isSame ? 'unchanged' : 'kept', record, about, isSame ? undefined : 'differs');
    } else if (twin !== undefined) {
      report.note('bound', record, about, matching.reason);
    } else {
      if (key !== null && own === null) report.note('repaired', record, about, 'id-replaced');
      report.note('added', record, about);
      added.push(made);
      if (other === undefined) alike.set(likeness, made);
    }
  }
  return added;
}
