/** What the annotations of each document add up to, as rows of the store: all that an opening reads of them. */
import { type Tally, tallyPasses } from '@core/change/tally';
import { type TallyRow, tallyOfRows, withPart } from '@core/change/tally-row';
import type { Id } from '@core/model/identity';
import type { FramewrightDatabase, StoreHead } from './database';
import { eachPage } from './pages';

/** The counts of the project as the rows have them. */
export async function readTally(database: FramewrightDatabase): Promise<Tally> {
  const [rows, passes] = await Promise.all([database.tallies.toArray(), database.plain.pass.toArray()]);
  return tallyPasses(
    tallyOfRows(rows),
    passes.map((after) => ({ before: null, after })),
  );
}

/** Counts all pages of a store that nobody writes to; answers its account with the rows in it. */
export async function countTallies(database: FramewrightDatabase, head: StoreHead): Promise<StoreHead> {
  const rows = new Map<Id, TallyRow>();
  await eachPage(database, (pages) => {
    for (const page of pages) {
      const row = withPart(rows.get(page.document_id), page);
      if (row !== null) rows.set(page.document_id, row);
    }
  });
  const counted: StoreHead = { ...head, tallied_seq: head.applied_seq };
  await database.transaction('rw', [database.tallies, database.meta], async () => {
    await database.tallies.clear();
    await database.tallies.bulkPut([...rows.values()]);
    await database.meta.put(counted);
  });
  return counted;
}
