import type { Coder } from '../model/coder';
import type { Id } from '../model/identity';
import type { Item, RecordKind } from './import-report';
import { canonicalId, idKey, refer, type Stage } from './import-stage';

/** The coder of a record of the file: who is importing where it names none. */
export type CoderStager = (raw: string | undefined, record: RecordKind, item: Item) => Id;

/**
 * Finds coders, and makes one for whoever is named but not described, so that one person's work is never counted
 * as another's; such a coder is called as the file calls them. `made` is filled as coders are asked for.
 */
export function coderStager(stage: Stage): {
  readonly coderOf: CoderStager;
  readonly made: readonly Coder[];
} {
  const made: Coder[] = [];
  const byName = new Map(stage.present.coders.map(({ id, name }) => [name, id]));
  return {
    made,
    coderOf(raw, record, item) {
      if (raw === undefined || raw === '') {
        stage.report.note('repaired', record, item, 'coder-missing');
        return stage.context.coder_id;
      }
      const own = canonicalId(raw);
      const known = refer(stage, 'coder', raw) ?? (own === null ? byName.get(raw) : undefined);
      if (known !== undefined) return known;
      const id = own ?? stage.context.newId();
      const name = own === null ? raw : `Coder ${own.slice(0, 8)}`;
      made.push({ id, name, created_at: stage.context.now });
      stage.ids.coder.set(idKey(raw), id);
      stage.report.note('repaired', 'coder', { id: raw, name }, 'coder-missing');
      return id;
    },
  };
}
