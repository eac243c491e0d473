/** Compares all that a project consists of with what it must be, and changes nothing. */
import type { Document } from '@core/model/document';
import { fail, succeed } from '@core/result';
import type { Bridge, KeptCheck, Outcome } from '@preload/contract';
import { checkStore } from './check-store';
import type { Committer } from './commit';
import { storeProblem } from './store-problem';
import type { WorkingStore } from './working-store';

export interface ProjectCheck {
  readonly kept: KeptCheck;
  readonly store:
    | { readonly kind: 'sound' }
    /** It holds another state than the journal. */
    | { readonly kind: 'behind' }
    /** Its counts are not those of its pages. */
    | { readonly kind: 'doubted'; readonly detail: string };
}

/** What is being committed is waited for; what is committed meanwhile does not count as a difference. */
export async function checkProject(
  bridge: Pick<Bridge, 'checkKept'>,
  store: WorkingStore,
  committer: Committer,
): Promise<Outcome<ProjectCheck>> {
  await committer.settled();
  let documents: readonly Document[];
  try {
    documents = await store.database.plain.document.toArray();
  } catch (error) {
    return fail(storeProblem(error));
  }
  const doubt = await checkStore(store.database, () => Promise.resolve('go-on'));
  const kept = await bridge.checkKept(documents.map(({ text_sha256 }) => text_sha256));
  if (!kept.ok) return kept;
  await committer.settled();
  if (doubt !== null) {
    return succeed({ kept: kept.value, store: { kind: 'doubted', detail: doubt.detail } });
  }
  const isBehind = store.head.applied_seq !== committer.head().seq;
  return succeed({ kept: kept.value, store: { kind: isBehind ? 'behind' : 'sound' } });
}
