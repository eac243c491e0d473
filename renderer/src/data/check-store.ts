/**
 * Reads all pages and structures of the open store, little by little, and compares the pages with the counts that an
 * opening takes from the tallies.
 */
import { sameTallyRow, type TallyRow, talliesOf } from '@core/change/tally-row';
import type { Id } from '@core/model/identity';
import Dexie from 'dexie';
import type { FramewrightDatabase, StoreDoubt } from './database';
import { storeProblem, withTimeout } from './store-problem';

/** Documents, and annotations in them, that make a step: few enough that reading them holds nobody up. */
const documentsAtOnce = 30;
const annotationsAtOnce = 600;
/** Milliseconds. A read of a damaged store may never settle. */
const readTimeout = 60_000;

/**
 * Answers what is wrong with the store, null when nothing is, or when `next` said to stop. `next` is asked before each
 * step, and answers when there is time for one.
 */
export async function checkStore(
  database: FramewrightDatabase,
  next: () => Promise<'go-on' | 'stop'>,
): Promise<StoreDoubt | null> {
  for (let after: Id | null = null; ; ) {
    if ((await next()) === 'stop') return null;
    const step: Step = await twice(() => withTimeout(checkStep(database, after), readTimeout, 'A page'));
    // A connection that was closed meanwhile says nothing about the store.
    if (!database.isOpen()) return null;
    if (step.kind === 'wrong') return { key: 'doubt', reason: step.reason, detail: step.detail };
    if (step.kind === 'end') break;
    after = step.after;
  }
  return checkStructures(database, next);
}

/** A large one is kept by the engine in a file of its own, which can be lost alone. */
async function checkStructures(
  database: FramewrightDatabase,
  next: () => Promise<'go-on' | 'stop'>,
): Promise<StoreDoubt | null> {
  const { structure } = database.plain;
  const ids = await structure.toCollection().primaryKeys();
  for (let from = 0; from < ids.length; from += documentsAtOnce) {
    if ((await next()) === 'stop') return null;
    const some = ids.slice(from, from + documentsAtOnce);
    const step = await twice(async (): Promise<Step> => {
      await withTimeout(structure.bulkGet(some), readTimeout, 'A structure');
      return { kind: 'end' };
    });
    if (!database.isOpen()) return null;
    if (step.kind === 'wrong') return { key: 'doubt', reason: step.reason, detail: step.detail };
  }
  return null;
}

type Step =
  | { readonly kind: 'sound'; readonly after: Id }
  | { readonly kind: 'end' }
  | { readonly kind: 'wrong'; readonly reason: StoreDoubt['reason']; readonly detail: string };

/** Tried again once before it counts as unreadable: a machine that slept is no damage. */
async function twice(work: () => Promise<Step>): Promise<Step> {
  try {
    return await work().catch(work);
  } catch (error) {
    return { kind: 'wrong', reason: 'unreadable', detail: storeProblem(error).detail ?? '' };
  }
}

/** Pages and tallies are read in one transaction, so that no commit falls between them. */
function checkStep(database: FramewrightDatabase, after: Id | null): Promise<Step> {
  const { pages, tallies } = database;
  return database.transaction('r', [pages, tallies], async (): Promise<Step> => {
    const start = after === null ? tallies.orderBy(':id') : tallies.where(':id').above(after);
    const found = await start.limit(documentsAtOnce).toArray();
    const rows = found.slice(0, within(found));
    const last = found.length < documentsAtOnce && rows.length === found.length ? undefined : rows.at(-1);
    const from = after === null ? Dexie.minKey : [after, Dexie.maxKey];
    // After the last row there must be no more pages.
    const to = last === undefined ? Dexie.maxKey : [last.document_id, Dexie.maxKey];
    const wrong = difference(rows, talliesOf(await pages.where(':id').between(from, to).toArray()));
    if (wrong !== null) return { kind: 'wrong', reason: 'counts', detail: `document ${wrong}` };
    return last === undefined ? { kind: 'end' } : { kind: 'sound', after: last.document_id };
  });
}

/** How many of the rows make a step. */
function within(rows: readonly TallyRow[]): number {
  let annotations = 0;
  let count = 0;
  for (const row of rows) {
    annotations += row.annotations;
    count += 1;
    if (annotations >= annotationsAtOnce) break;
  }
  return count;
}

/** The first document whose pages do not add up to its row. */
function difference(rows: readonly TallyRow[], counted: readonly TallyRow[]): Id | null {
  const other = new Map(counted.map((row) => [row.document_id, row]));
  const own = new Map(rows.map((row) => [row.document_id, row]));
  return (
    [...new Set([...own.keys(), ...other.keys()])].find(
      (id) => !sameTallyRow(own.get(id) ?? null, other.get(id) ?? null),
    ) ?? null
  );
}
