/** Reads a document's source again in another way, as one step, while nothing is built on its text. */

import { setDocumentText, type TextHold, textHold } from '@core/commands/set-document-text';
import { keepHandBlocks } from '@core/import/keep-hand-blocks';
import type { Id } from '@core/model/identity';
import { fail, type Result, succeed } from '@core/result';
import type { Bridge, Problem, RereadRequest } from '@preload/contract';
import { frozenSources } from './frozen-sources';
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
  const failed = (problem: Problem): Result<never, RereadProblem> => fail({ kind: 'failed', problem });
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
    const hashes = [document.text_sha256, source.text_sha256];
    const [earlier = '', later = ''] = (await bridge.readTexts(hashes)).map(({ text }) => text ?? '');
    await session.committer.settled();
    const now = opened.getSnapshot();
    const hold = textHold(now);
    if (hold !== null) return fail({ kind: 'held', hold });
    if (now.document === null) return failed({ code: 'not-found', file: path });
    const before = { text: earlier, blocks: now.structure?.blocks ?? [] };
    const drafts = setDocumentText(
      now.document,
      source,
      session.lists.attributes.getSnapshot(),
      session.newId,
      (blocks) => keepHandBlocks(before, { text: later, blocks }, { isReread: true }),
    );
    const committed = await session.committer.commit(drafts);
    return committed.ok ? succeed(null) : failed(committed.error);
  } catch (error) {
    return failed(storeProblem(error));
  } finally {
    opened.close();
  }
}
