/** Reading for prepared changes: all that they touch, before anything is computed. */
import type { Applicable } from '@core/change/apply';
import { createRecordSet, type RecordSet } from '@core/change/record-set';
import type { Write } from '@core/change/tables';
import { touches } from '@core/change/touches';
import type { Id } from '@core/model/identity';
import type { Table } from 'dexie';
import type { FramewrightDatabase, PlainTable } from './database';
import { inTurns, many } from './in-turns';
import { documentsWithPages, knownPagesFor, type PagesRead, readPagesFor } from './pages';
import type { WorkingStore } from './working-store';

/** From so many documents in one commit on it is worth reading which there are, for it and those that follow. */
const worthKnowing = 20;

/** From annotations of so many documents in one commit on it is worth asking once which have any at all. */
const worthCounting = 100;

/** The records that some changes touch, with the pages that hold the annotations among them. */
export interface Gathered {
  readonly records: RecordSet;
  readonly pages: ReadonlyMap<Id, PagesRead>;
}

/** What some changes touch: ids by table, and ids of annotations by document. */
interface Wanted {
  readonly byTable: ReadonlyMap<PlainTable, ReadonlySet<Id>>;
  readonly byDocument: ReadonlyMap<Id, ReadonlySet<Id>>;
}

/** The same as `gather`, at once, where all that the changes touch is remembered; null where it is not. */
export function gatherKnown(store: WorkingStore, changes: readonly Applicable[]): Gathered | null {
  const { byTable, byDocument } = wantedBy(changes);
  if (byTable.size > 0) return null;
  const pages = new Map<Id, PagesRead>();
  for (const [document_id, ids] of byDocument) {
    const known = knownPagesFor(store.pages, document_id, ids);
    if (known === undefined) return null;
    pages.set(document_id, known);
  }
  const records = createRecordSet();
  takeAnnotations(records, pages, byDocument);
  return { records, pages };
}

/** Reads in one transaction: thousands of documents cost no more turns than one. */
export async function gather(store: WorkingStore, changes: readonly Applicable[]): Promise<Gathered> {
  const { database, documentIds } = store;
  const { byTable, byDocument } = changes.length > many ? await wantedInTurns(changes) : wantedBy(changes);
  if ((byTable.get('document')?.size ?? 0) >= worthKnowing) await documentIds.load();
  const idsToRead = (table: PlainTable, ids: ReadonlySet<Id>): Id[] =>
    table === 'document' || table === 'structure' ? documentIds.among(ids) : [...ids];
  const tables: Table[] = [...byTable.keys()].map((name) => database.plain[name]);
  const [plain, pages] = await database.transaction('r', [...tables, database.pages], () =>
    Promise.all([
      Promise.all([...byTable].map(([table, ids]) => readPlain(database, table, idsToRead(table, ids)))),
      gatherPages(store, byDocument),
    ]),
  );
  const records = createRecordSet();
  for (const writes of plain) records.write(writes);
  takeAnnotations(records, pages, byDocument);
  return { records, pages: new Map(pages) };
}

async function gatherPages(
  { database, pages }: WorkingStore,
  byDocument: Wanted['byDocument'],
): Promise<(readonly [Id, PagesRead])[]> {
  const filled = byDocument.size < worthCounting ? null : await documentsWithPages(database);
  return Promise.all(
    [...byDocument].map(async ([document_id, ids]) => {
      const known = knownPagesFor(pages, document_id, ids);
      return [document_id, known ?? (await readPagesFor(database, pages, document_id, filled))] as const;
    }),
  );
}

function wantedBy(changes: readonly Applicable[]): Wanted {
  const wanting = startWanting();
  for (const change of changes) wanting.take(change);
  return wanting;
}

async function wantedInTurns(changes: readonly Applicable[]): Promise<Wanted> {
  const wanting = startWanting();
  await inTurns(changes, wanting.take);
  return wanting;
}

function startWanting(): Wanted & { readonly take: (change: Applicable) => void } {
  const byTable = new Map<PlainTable, Set<Id>>();
  const byDocument = new Map<Id, Set<Id>>();
  return {
    ...{ byTable, byDocument },
    take: (change) => {
      for (const key of touches(change)) {
        if (key.table === 'annotation') idsIn(byDocument, key.document_id).add(key.id);
        else idsIn(byTable, key.table).add(key.id);
      }
    },
  };
}

function takeAnnotations(
  records: RecordSet,
  pages: Iterable<readonly [Id, PagesRead]>,
  byDocument: Wanted['byDocument'],
): void {
  for (const [document_id, { rows }] of pages) {
    const ids = byDocument.get(document_id);
    const own = rows.flatMap(({ annotations }) => annotations.filter(({ id }) => ids?.has(id) === true));
    records.write(own.map((record) => ({ table: 'annotation', id: record.id, document_id, record })));
  }
}

async function readPlain(database: FramewrightDatabase, table: PlainTable, ids: Id[]): Promise<Write[]> {
  if (ids.length === 0) return [];
  const rows: readonly unknown[] = await database.plain[table].bulkGet(ids);
  return ids.flatMap((id, position) => {
    const record = rows[position];
    // What a table answers is its records, under the ids that were asked for.
    return record === undefined ? [] : [{ table, id, document_id: null, record } as Write];
  });
}

function idsIn<K>(groups: Map<K, Set<Id>>, key: K): Set<Id> {
  const group = groups.get(key) ?? new Set<Id>();
  groups.set(key, group);
  return group;
}
