/** All annotations of some documents, for commands that act on places across the project. */
import type { Annotation } from '@core/model/annotation';
import type { Id } from '@core/model/identity';
import { readDocumentPages } from './pages';
import { withTimeout } from './store-problem';
import type { WorkingStore } from './working-store';

/** Milliseconds after which a read counts as failed: one of a damaged store may never settle. */
const readTimeout = 30_000;
/** Documents whose pages are asked for together. */
const atATime = 200;

export async function readAnnotationsOf(
  { database }: WorkingStore,
  document_ids: readonly Id[],
): Promise<ReadonlyMap<Id, readonly Annotation[]>> {
  const wanted = [...new Set(document_ids)];
  const reading = database.transaction('r', [database.pages], async () => {
    const found = new Map<Id, readonly Annotation[]>();
    for (let at = 0; at < wanted.length; at += atATime) {
      const some = wanted.slice(at, at + atATime);
      const pages = await Promise.all(some.map((id) => readDocumentPages(database, id)));
      for (const [n, id] of some.entries())
        found.set(
          id,
          (pages[n] ?? []).flatMap(({ annotations }) => annotations),
        );
    }
    return found;
  });
  return withTimeout(reading, readTimeout, 'Reading annotations');
}
