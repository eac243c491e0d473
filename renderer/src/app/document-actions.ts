import { passState } from '@core/change/tally';
import { passOf, setPassState } from '@core/commands/set-pass';
import type { Id } from '@core/model/identity';
import { t } from '../ui/strings';
import { commitOrTell } from './commit-ahead';
import type { Workbench } from './open-workbench';
import { announce, getView, openDocument } from './view-state';

/** Documents not done by this coder that come after the given one, going round at the end. */
function nextUnread(workbench: Workbench, documentId: Id): Id | null {
  const documents = workbench.lists.documents.getSnapshot();
  const tally = workbench.lists.tally.getSnapshot();
  const at = documents.findIndex(({ id }) => id === documentId);
  const around = [...documents.slice(at + 1), ...documents.slice(0, Math.max(0, at))];
  return around.find(({ id }) => passState(tally, id, workbench.coder.id) !== 'done')?.id ?? null;
}

/** States that the open document was read to its end with the codebook as it is, and opens the next unread one. */
export async function doneAndNext(workbench: Workbench): Promise<void> {
  const { documentId } = getView();
  const project = workbench.lists.project.getSnapshot();
  if (documentId === null || project === null) return;
  const passes = [...(workbench.lists.tally.getSnapshot().passes.get(documentId)?.values() ?? [])];
  const context = workbench.context();
  const present = passOf(passes, documentId, context);
  const drafts = setPassState(project, documentId, present, 'done', context);
  if (!(await commitOrTell(workbench, drafts))) return;
  const next = nextUnread(workbench, documentId);
  if (next === null) announce(t('reader:allDone'));
  else openDocument(next);
}

/** Opens the document's pass again, as if it had not been done. */
export async function reopen(workbench: Workbench, documentId: Id): Promise<void> {
  const project = workbench.lists.project.getSnapshot();
  if (project === null) return;
  const passes = [...(workbench.lists.tally.getSnapshot().passes.get(documentId)?.values() ?? [])];
  const context = workbench.context();
  const present = passOf(passes, documentId, context);
  if (present === undefined) return;
  await commitOrTell(workbench, setPassState(project, documentId, present, 'open', context));
}
