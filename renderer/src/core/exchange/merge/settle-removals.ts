import { prepare } from '../../change/prepare';
import { createRecordSet } from '../../change/record-set';
import { stamp } from '../../change/stamp';
import type { TableName, Tables, Write } from '../../change/tables';
import type { ChangeDraft } from '../../model/change';
import type { Id } from '../../model/identity';
import type { Stage } from '../import-stage';
import { comesBack } from './comes-back';
import { isGone } from './journal-marks';
import { compareMarks } from './mark';
import { goneElsewhere, markKey, valueId } from './merged-kind';
import { type Removable, takenAway } from './removals';

const lists = {
  document: 'documents',
  attribute: 'attributes',
  property: 'properties',
  actor: 'actors',
  code: 'codes',
  annotation: 'annotations',
  memo: 'memos',
  link: 'links',
  pass: 'passes',
} as const;
type Removing = keyof typeof lists;
const names = Object.keys(lists).filter((name): name is Removing => Object.hasOwn(lists, name));

/**
 * The drafts of an import without what was taken away here since, and with the removal of what was taken away there.
 * Looked at as everything would stand after the import, so that a second import finds nothing to do.
 */
export function settleRemovals(stage: Stage, drafts: readonly ChangeDraft[]): readonly ChangeDraft[] {
  const { merger, present, context, report } = stage;
  if (merger === null) return drafts;
  const { here, there } = merger.journals;
  const isAnyGone = [...here.values(), ...(there?.values() ?? [])].some(({ gone }) => gone !== null);
  if (!isAnyGone) return drafts;
  const known = new Set<string>();
  const records = createRecordSet();
  const keep = <T extends TableName>(
    table: T,
    record: Tables[T] & { readonly id: Id },
    document_id: Id | null,
  ): void => {
    known.add(`${table} ${record.id}`);
    // Table and record belong together by the signature.
    records.write([{ table, id: record.id, document_id, record } as unknown as Write]);
  };
  for (const annotation of present.annotations) keep('annotation', annotation, annotation.document_id);
  for (const name of names)
    if (name !== 'annotation') for (const record of present[lists[name]]) keep(name, record, null);
  const by = { tz: '', project_id: '', device_id: '', app: '', newId: () => '', now: context.now } as const;
  records.write(
    prepare(records, stamp(drafts, { ...by, coder_id: context.coder_id, origin: 'import' })).written,
  );
  const after = {
    documents: records.all('document'),
    attributes: records.all('attribute'),
    properties: records.all('property'),
    actors: records.all('actor'),
    codes: records.all('code'),
    annotations: records.all('annotation'),
    memos: records.all('memo'),
    links: records.all('link'),
    passes: records.all('pass'),
  };
  const taken = takenAway(after, (kind, id) => !known.has(markKey(kind, id)), merger.journals);
  const dropped = new Set<string>();
  const removals: ChangeDraft[] = [];
  for (const { kind, id, name, isNew, draft } of taken) {
    if (kind === 'project' || kind === 'value' || kind === 'block') continue;
    if (!isNew) removals.push(draft);
    else {
      dropped.add(`${kind} ${id}`);
      report.retract(kind, id);
    }
    report.note(isNew ? 'kept' : 'removed', kind, { id, name }, isNew ? 'removed-here' : 'removed-there');
  }
  return [
    ...drafts.flatMap((draft) =>
      dropped.has(addedKey(draft)) ? [] : [comesBack(draft, here.get(addedKey(draft)), there)],
    ),
    ...removals,
    ...heardOf(
      stage,
      new Set(taken.filter(({ isNew }) => !isNew).map(({ kind, id }) => markKey(kind, id))),
      after,
    ),
  ];
}

/**
 * What is not here and was taken away elsewhere is remembered, with the time: a copy of it that somebody brings later,
 * and that is older than that, stays out.
 */
function heardOf(
  { merger, present }: Stage,
  removed: ReadonlySet<string>,
  after: Removable,
): readonly ChangeDraft[] {
  const { here, there } = merger?.journals ?? { here: null, there: null };
  if (here === null || there === null) return [];
  const standing = new Set<string>([
    ...removed,
    ...names.flatMap((name) => after[lists[name]].map(({ id }) => markKey(name, id))),
    ...after.annotations.flatMap(({ codings }) => codings.map(({ id }) => markKey('coding', id))),
    ...after.documents.flatMap(({ id, values }) =>
      Object.keys(values).map((key) => markKey('value', valueId(id, key))),
    ),
  ]);
  const heard = [...there].flatMap(([key, marks]) => {
    if (!isGone(marks) || marks.gone === null || standing.has(key)) return [];
    const known = here.get(key)?.gone ?? null;
    return known !== null && compareMarks(marks.gone, known) <= 0 ? [] : [[key, marks.gone] as const];
  });
  if (heard.length === 0) return [];
  const marks = Object.fromEntries(heard.map(([key, mark]) => [`${goneElsewhere}${key}`, mark]));
  return [
    { kind: 'project.set', data: { id: present.project.id, fields: {} }, before: { fields: {} }, marks },
  ];
}

/** The record that a change brings in, as `markKey` has it; nothing of any other change. */
function addedKey(draft: ChangeDraft): string {
  const { kind } = draft;
  if (kind === 'memo.set' || kind === 'pass.set')
    return draft.before === null ? markKey(kind === 'memo.set' ? 'memo' : 'pass', draft.data.id) : '';
  const [table = '', verb] = kind.split('.');
  if (verb !== 'added' || kind === 'coding.added') return '';
  const record = new Map<string, unknown>(Object.entries(draft.data)).get(table);
  const id = typeof record === 'object' && record !== null && 'id' in record ? record.id : null;
  return typeof id === 'string' ? `${table} ${id}` : '';
}
