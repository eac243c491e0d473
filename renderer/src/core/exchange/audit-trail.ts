import { type Cell, type CsvOptions, writeCsv } from './csv';

const columns = [
  ...['seq', 'at', 'tz', 'coder', 'coder_id', 'kind', 'document', 'document_id', 'code', 'code_rev'],
  ...['annotation_id', 'data', 'before', 'step', 'undoes', 'origin', 'device_id', 'app', 'id', 'escaped'],
] as const;

type Column = (typeof columns)[number];
type Fields = Readonly<Record<string, unknown>>;

/**
 * The journal as a table: who did what, when, on which machine, with which revision of which code, in the order in which
 * it was done, undone steps included. `commits`: each the JSON of a line of the journal. A row for each change; `data`
 * and `before` are the change's own JSON, so that nothing is left out. Names are those that a record had last.
 */
export function exportAuditTrail(commits: readonly string[], options: CsvOptions): string {
  const changes = commits.flatMap((json) => recordsIn(JSON.parse(json)));
  const names = namesIn(changes);
  return writeCsv({ columns, rows: changes.map((change) => rowOf(change, names)) }, options);
}

function rowOf(change: Fields, names: ReadonlyMap<string, string>): readonly Cell[] {
  const carried = [change['data'], change['before']];
  const named = (name: string): readonly string[] => [
    ...new Set(carried.flatMap((each) => found(each, name))),
  ];
  const own = (part: string): readonly string[] =>
    String(change['kind']).startsWith(`${part}.`) ? carried.flatMap((each) => ownIds(each, part)) : [];
  const documents = distinct([...named('document_id'), ...own('document')]);
  const codes = distinct([...named('code_id'), ...own('code')]);
  const annotations = distinct([...named('annotation_id'), ...own('annotation')]);
  const nameOf = (id: string): string => names.get(id) ?? id;
  const cells: Readonly<Record<Column, Cell>> = {
    ...{ seq: Number(change['seq']), at: text(change['at']), tz: text(change['tz']) },
    coder: nameOf(text(change['coder_id'])),
    coder_id: text(change['coder_id']),
    kind: text(change['kind']),
    document: documents.map(nameOf).join('; '),
    document_id: documents.join('; '),
    code: codes.map(nameOf).join('; '),
    code_rev: named('code_rev').join('; '),
    annotation_id: annotations.join('; '),
    data: json(change['data']),
    before: json(change['before']),
    step: text(change['batch_id']) || text(change['id']),
    ...{
      undoes: text(change['undoes']),
      origin: text(change['origin']),
      device_id: text(change['device_id']),
    },
    ...{ app: text(change['app']), id: text(change['id']), escaped: '' },
  };
  return columns.map((column) => cells[column]);
}

/** Records that have a name, and the field that holds it. */
const naming = { coder: 'name', document: 'title', code: 'name' } as const;

function namesIn(changes: readonly Fields[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const change of changes) {
    for (const [part, field] of Object.entries(naming)) {
      if (!String(change['kind']).startsWith(`${part}.`)) continue;
      for (const carried of [change['before'], change['data']]) {
        const [id] = ownIds(carried, part);
        const name = isFields(carried)
          ? (valueIn(carried, part, field) ?? valueIn(carried, 'fields', field))
          : null;
        if (id !== undefined && typeof name === 'string') names.set(id, name);
      }
    }
  }
  return names;
}

/** The id of the record that a change is about: of itself where only fields are carried. */
function ownIds(carried: unknown, part: string): readonly string[] {
  if (!isFields(carried)) return [];
  const record = carried[part];
  const id = isFields(record) ? record['id'] : carried['id'];
  return typeof id === 'string' ? [id] : [];
}

function valueIn(carried: Fields, part: string, field: string): unknown {
  const inner = carried[part];
  return isFields(inner) ? inner[field] : undefined;
}

/** All values of a field, however deep: text and numbers, as text. */
function found(value: unknown, name: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => found(each, name));
  if (!isFields(value)) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === name && (typeof each === 'string' || typeof each === 'number')
      ? [String(each)]
      : found(each, name),
  );
}

function recordsIn(line: unknown): readonly Fields[] {
  return Array.isArray(line) ? line.filter(isFields) : [];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const distinct = (ids: readonly string[]): readonly string[] => [...new Set(ids)];
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const json = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value));
