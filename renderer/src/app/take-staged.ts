import { fail, type Result, succeed } from '@core/result';
import { problemSentence } from '../ui/problem-sentence';
import { lookForLater } from './later-copies';
import type { Workbench } from './open-workbench';
import type { StagedImportFile } from './staged-import';

/**
 * Changes in one line of the journal, which has a limit of its own: a larger file takes several. They are one step
 * for undo, and where the import is cut off between two, importing the file again brings the rest.
 */
const changesAtOnce = 50_000;
/** Texts stored in one call: some megabytes. */
const textsAtOnce = 100;

/**
 * Stores the texts and original files of a staged import and commits its changes, as one step; a sentence where that is
 * refused. `grant`: of the file, which brings originals where it is a project of our own: it is read anew for them.
 */
export async function takeStagedImport(
  workbench: Workbench,
  staged: StagedImportFile,
  grant: string | null,
): Promise<Result<null, string>> {
  const { bridge, session, committer } = workbench;
  const { name, texts, drafts, source } = staged;
  const mayBringOriginals = source === null && drafts.some(({ kind }) => kind === 'document.added');
  for (let at = 0; at < texts.length; at += textsAtOnce) {
    const stored = await bridge.storeTexts(texts.slice(at, at + textsAtOnce).map(({ text }) => text));
    if (!stored.ok) return fail(problemSentence({ file: name, ...stored.error }));
  }
  if (grant !== null && mayBringOriginals) {
    const stored = await bridge.storeOriginals(grant);
    if (!stored.ok) return fail(problemSentence({ file: name, ...stored.error }));
  }
  const batch_id = session.newId();
  for (let at = 0; at < drafts.length; at += changesAtOnce) {
    const part = drafts.slice(at, at + changesAtOnce);
    const committed = await committer.commit(part, { origin: 'import', batch_id });
    if (!committed.ok) return fail(problemSentence({ file: name, ...committed.error }));
  }
  const came = drafts.flatMap((draft) => (draft.kind === 'document.added' ? [draft.data.document.id] : []));
  // Beside all else, as where texts come in. A worker that failed offers nothing.
  lookForLater(workbench, came).catch(() => undefined);
  return succeed(null);
}
