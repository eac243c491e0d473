/** Reads a document's source again in another way, as one step, while nothing is built on its text. */

import { setDocumentText, type TextHold, textHold } from '@core/commands/set-document-text';
import type { FrozenSource } from '@core/import/document-records';
import type { Id } from '@core/model/identity';
import { fail, type Result, succeed } from '@core/result';
import type { Bridge, Problem, RereadRequest } from '@preload/contract';
import { frozenSources } from './frozen-sources';
import { keptBlocks } from './kept-blocks';
import type { OpenDocument } from './open-document';
import type { ProjectSession } from './project-session';
import { storeProblem } from './store-problem';

export type RereadProblem =
  | { readonly kind: 'failed'; readonly problem: Problem }
  /** Something is built on the text by now. */
  | { readonly kind: 'held'; readonly hold: TextHold };

/** How a source is to be read. */
export type Reading = Pick<RereadRequest, 'encoding' | 'whole_page'>;

/** A file of several documents cannot be read again one by one. */
export async function rereadDocument(
  bridge: Pick<Bridge, 'freezeAgain' | 'readTexts'>,
  session: Pick<ProjectSession, 'openDocument' | 'committer' | 'lists' | 'newId'>,
  document_id: Id,
  reading: Reading,
): Promise<Result<null, RereadProblem>> {
  const opened = session.openDocument(document_id);
  try {
    await opened.ready;
    const { document, problem } = opened.getSnapshot();
    if (document === null) return failed(problem ?? { code: 'not-found' });
    const { path, raw_sha256 } = document;
    const frozen = await bridge.freezeAgain({ raw_sha256, path, ...reading });
    if (!frozen.ok) return failed(frozen.error);
    const sources = frozenSources(frozen.value, path);
    if (!sources.ok) return failed(sources.error);
    const [source, ...others] = sources.value;
    if (others.length > 0) return failed({ code: 'unknown-kind', file: path });
    return await putInPlace(bridge, session, opened, source);
  } catch (error) {
    return failed(storeProblem(error));
  } finally {
    opened.close();
  }
}

/**
 * Puts another reading of its source in the place of a document's text, in a turn in which no commit is under way:
 * whatever is asked for while something is waited for comes first, since another text must not be put under it unseen.
 */
async function putInPlace(
  bridge: Pick<Bridge, 'readTexts'>,
  { committer, lists, newId }: Pick<ProjectSession, 'committer' | 'lists' | 'newId'>,
  opened: OpenDocument,
  source: FrozenSource,
): Promise<Result<null, RereadProblem>> {
  for (;;) {
    const { document, structure } = opened.getSnapshot();
    if (document === null) return failed({ code: 'not-found' });
    const keep = await keptBlocks(bridge, [document, structure?.blocks ?? []], source, true);
    await committer.settled();
    const now = opened.getSnapshot();
    if (committer.saving.getSnapshot().state === 'saving' || now.structure !== structure) continue;
    const hold = textHold(now);
    if (hold !== null) return fail({ kind: 'held', hold });
    if (now.document === null) return failed({ code: 'not-found', file: document.path });
    const drafts = setDocumentText(now.document, source, lists.attributes.getSnapshot(), newId, keep);
    const committed = await committer.commit(drafts);
    return committed.ok ? succeed(null) : failed(committed.error);
  }
}

function failed(problem: Problem): Result<never, RereadProblem> {
  return fail({ kind: 'failed', problem });
}
