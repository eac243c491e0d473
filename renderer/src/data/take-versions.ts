/** Takes later versions of documents into the project, with the coder's annotations, as one step. */

import { keepSaid } from '@core/import/keep-said';
import type { Id } from '@core/model/identity';
import { fail, succeed } from '@core/result';
import type { Bridge, Outcome } from '@preload/contract';
import { type CarriedOver, type Carrier, draftsToVersion } from './carry-to-version';
import type { ChangedText } from './check-changes';
import { documentDrafter } from './document-drafts';
import { keptBlocks } from './kept-blocks';
import type { ProjectSession } from './project-session';
import { storeProblem } from './store-problem';

export interface TakenVersions extends CarriedOver {
  /** The new documents, in the order given. */
  readonly document_ids: readonly Id[];
}

/**
 * Each version comes in whole or not at all, a line of the journal each; undo takes back all of them. Where one cannot
 * be written those before it stay. What a person said of the earlier version holds for the later one too.
 */
export async function takeVersions(
  bridge: Pick<Bridge, 'readTexts'>,
  session: Pick<ProjectSession, 'openDocument' | 'committer' | 'lists' | 'newId' | 'now'>,
  changed: readonly ChangedText[],
  carrier: Carrier,
): Promise<Outcome<TakenVersions>> {
  const { lists, committer } = session;
  const draftsFor = documentDrafter(
    { documents: lists.documents.getSnapshot(), attributes: lists.attributes.getSnapshot() },
    session,
  );
  const batch_id = session.newId();
  const document_ids: Id[] = [];
  let [moved, left] = [0, 0];
  for (const { earlier, source } of changed) {
    const opened = session.openDocument(earlier.id);
    try {
      await opened.ready;
      await committer.settled();
      const { created, records } = draftsFor({ ...source, version_of: earlier.id });
      const { document: present, structure: blocked } = opened.getSnapshot();
      if (present === null) return fail({ code: 'not-found', file: earlier.path });
      const document = keepSaid(present, records.document);
      const keep = await keptBlocks(bridge, [present, blocked?.blocks ?? []], document);
      const structure = { ...records.structure, blocks: keep(records.structure.blocks) };
      const carried = await draftsToVersion(bridge, opened, document, carrier);
      if (!carried.ok) return carried;
      const added = { kind: 'document.added', data: { document, structure } } as const;
      const committed = await committer.commit([...created, added, ...carried.value.drafts], { batch_id });
      if (!committed.ok) return committed;
      document_ids.push(document.id);
      moved += carried.value.moved;
      left += carried.value.left;
    } catch (error) {
      return fail(storeProblem(error));
    } finally {
      opened.close();
    }
  }
  return succeed({ document_ids, moved, left });
}
