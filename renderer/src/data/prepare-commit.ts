/** From drafts to what a commit appends and writes. Nothing is changed yet. */
import { type Prepared, prepare, startPreparation } from '@core/change/prepare';
import { fits } from '@core/change/shapes';
import { type Stamp, stamp } from '@core/change/stamp';
import type { ChangeDraft } from '@core/model/change';
import { fail, type Result, succeed } from '@core/result';
import { type Gathered, gather, gatherKnown } from './gather';
import { inTurns, many } from './in-turns';
import { storeTimeout, withTimeout } from './store-problem';
import type { WorkingStore } from './working-store';

export interface PreparedCommit extends Prepared {
  readonly gathered: Gathered;
}

/**
 * Stamps drafts, reads what they touch and completes them; a draft that is none is handed back. Where all that they
 * touch is remembered nothing is waited for; many drafts are gone through in turns, between which the window draws.
 * Rejects where the store does not answer.
 */
export function prepareCommit(
  store: WorkingStore,
  drafts: readonly ChangeDraft[],
  by: Stamp,
): Result<PreparedCommit, ChangeDraft> | Promise<Result<PreparedCommit, ChangeDraft>> {
  if (drafts.length > many) return prepareMany(store, drafts, by);
  const unreadable = drafts.find((draft) => !fits(draft));
  if (unreadable !== undefined) return fail(unreadable);
  const stamped = stamp(drafts, by);
  const known = gatherKnown(store, stamped);
  const prepareFrom = (gathered: Gathered): Result<PreparedCommit, ChangeDraft> =>
    succeed({ gathered, ...prepare(gathered.records, stamped) });
  if (known !== null) return prepareFrom(known);
  return withTimeout(gather(store, stamped), storeTimeout, 'Reading the store').then(prepareFrom);
}

async function prepareMany(
  store: WorkingStore,
  drafts: readonly ChangeDraft[],
  by: Stamp,
): Promise<Result<PreparedCommit, ChangeDraft>> {
  const unreadable: ChangeDraft[] = [];
  await inTurns(drafts, (draft) => {
    if (!fits(draft)) unreadable.push(draft);
  });
  const [first] = unreadable;
  if (first !== undefined) return fail(first);
  const batch_id = by.batch_id ?? by.newId();
  const stamped: ReturnType<typeof stamp>[number][] = [];
  await inTurns(drafts, (draft) => {
    stamped.push(...stamp([draft], { ...by, batch_id }));
  });
  const gathered = await withTimeout(gather(store, stamped), storeTimeout, 'Reading the store');
  const preparation = startPreparation(gathered.records);
  await inTurns(stamped, preparation.take);
  return succeed({ gathered, ...preparation.prepared() });
}
