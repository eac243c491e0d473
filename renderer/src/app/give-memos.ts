import { searchedMemos } from '@core/search/searched-memos';
import type { AllMemosSnapshot } from '../data/all-memos';
import { corpusOf } from './corpus-worker';
import type { Workbench } from './open-workbench';

/** What the worker of each project was given last. */
const given = new WeakMap<Workbench, AllMemosSnapshot>();

/**
 * Gives the worker all memos as they are now, where it has not got those. They are read when a search first asks for
 * them; where they cannot be read the search finds none, and the view of memos says why.
 */
export async function giveMemos(workbench: Workbench): Promise<void> {
  const { lists } = workbench;
  const read = await whenRead(workbench);
  if (given.get(workbench) === read) return;
  given.set(workbench, read);
  const sources = { documents: lists.documents.getSnapshot(), codes: lists.codes.getSnapshot() };
  corpusOf(workbench).worker.memos(searchedMemos(read.memos, read.holders, sources));
}

/** Memos are kept up from the first subscription on, whether or not anybody goes on listening. */
async function whenRead({ lists: { memos } }: Workbench): Promise<AllMemosSnapshot> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const check = (): void => {
    if (memos.getSnapshot().state !== 'reading') resolve(undefined);
  };
  const forget = memos.subscribe(check);
  check();
  await promise;
  forget();
  return memos.getSnapshot();
}
