import type { Coding } from '../model/annotation';
import type { Code } from '../model/code';
import type { Id, Time } from '../model/identity';
import type { Item } from './import-report';
import { canonicalId, idKey, refer, referLoosely, type Stage, timeOf } from './import-stage';
import type { FileAnnotation, FileCoding } from './json-schema';

/** Values of properties with the ids that the project has for them; those of no property are dropped. */
export function stagePropertyValues(
  stage: Stage,
  values: NonNullable<FileAnnotation['values']>,
): NonNullable<Coding['values']> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([raw, value]) => {
      const property = referLoosely(stage, 'property', raw);
      if (property === undefined) return [];
      const actor = typeof value === 'string' ? refer(stage, 'actor', value) : undefined;
      return [[property, actor ?? value]];
    }),
  );
}

/** The codings an annotation of the file stands for: `codings` where it has them, else one for each of `code_ids`. */
function statedCodings(stage: Stage, item: FileAnnotation): readonly FileCoding[] {
  const { codings, code_ids } = item;
  if (codings === undefined) return [...new Set(code_ids)].map((code_id) => ({ code_id }));
  const coded = new Set(codings.map(({ code_id }) => idKey(code_id)));
  const listed = new Set((code_ids ?? [...coded]).map(idKey));
  if (coded.size !== listed.size || [...coded].some((code) => !listed.has(code))) {
    stage.report.note('repaired', 'annotation', { id: item.id, name: item.quote }, 'code-ids-differ');
  }
  return codings;
}

/** Makes the codings of annotations; `codes` are all of the project as it will be, by id. */
export function codingStager(stage: Stage, codes: ReadonlyMap<Id, Code>) {
  const seen = new Set<string>();
  const codeOf = (raw: string, about: Item): Code | null => {
    const code = codes.get(refer(stage, 'code', raw) ?? '');
    const problem = code === undefined ? 'unknown-code' : code.kind === 'folder' ? 'folder-applied' : null;
    if (problem !== null) stage.report.note('left-out', 'coding', about, problem);
    return problem === null ? (code ?? null) : null;
  };
  const make = (item: FileCoding, name: string | undefined, at: Time): Coding | null => {
    const about: Item = { id: item.id ?? item.code_id, name };
    const key = item.id === undefined ? null : idKey(item.id);
    if (key !== null && seen.has(key)) {
      stage.report.note('left-out', 'coding', about, 'id-twice');
      return null;
    }
    const code = codeOf(item.code_id, about);
    if (code === null) {
      if (key !== null) stage.leftOut.coding.add(key);
      return null;
    }
    const id = canonicalId(item.id) ?? stage.context.newId();
    if (key !== null) {
      seen.add(key);
      stage.ids.coding.set(key, id);
    }
    const { values, ...rest } = item;
    const created_at = timeOf(stage, item.created_at, at, 'coding', about);
    return {
      ...rest,
      id,
      code_id: code.id,
      code_rev: item.code_rev ?? code.rev,
      ...(values === undefined ? {} : { values: stagePropertyValues(stage, values) }),
      origin: item.origin ?? 'import',
      created_at,
      modified_at: timeOf(stage, item.modified_at, created_at, 'coding', about),
    };
  };
  return (item: FileAnnotation, at: Time): readonly Coding[] =>
    statedCodings(stage, item).flatMap((coding) => make(coding, item.quote, at) ?? []);
}
