import type { Step as HistoryStep } from '@core/change/step';
import type { Outcome } from '@preload/contract';
import type { Undone } from '../data/undo';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import { codeName } from './coding-actions';
import { isInHits } from './is-in-hits';
import { endMemoSession, keepMemos } from './memo-actions';
import type { Workbench } from './open-workbench';
import { leaveEdges } from './reshape-actions';
import { alert, announce, getView, openDocument } from './view-state';

/** What a step did, in words: "Code 3 passages as Legitimacy". */
export function stepWords(workbench: Workbench, label: HistoryStep['label']): string {
  const code = label.code_id === undefined ? '' : codeName(workbench, label.code_id);
  const context = code === '' ? {} : { context: 'code' };
  return t(`steps:${label.kind}`, { count: label.count, code, ...context });
}

async function go(
  workbench: Workbench,
  way: 'undo' | 'redo',
  act: () => Promise<Outcome<Undone | null>>,
): Promise<void> {
  // What is typed in a memo is the newest step, though it was not yet told of.
  await keepMemos();
  // A key that comes before the journal's end is read waits for it, rather than being told that nothing was done.
  await workbench.undo.begin();
  const { undo, redo } = workbench.undo.state.getSnapshot();
  const step = way === 'undo' ? undo : redo;
  if (step === null) {
    announce(t(way === 'undo' ? 'common:nothingToUndo' : 'common:nothingToRedo'));
    return;
  }
  // The words are found while the code's name is there: it may go with the step, or come with it.
  const wordsBefore = stepWords(workbench, step.label);
  await endMemoSession();
  const { documentId } = getView();
  const earlier = workbench.lists.documents.getSnapshot().find(({ id }) => id === documentId)?.version_of;
  const outcome = await act();
  if (!outcome.ok) {
    alert(t('common:notSaved', { reason: problemSentence(outcome.error) }));
    return;
  }
  const words = way === 'undo' ? wordsBefore : stepWords(workbench, step.label);
  const place = outcome.value?.place ?? null;
  const documents = workbench.lists.documents.getSnapshot();
  const isThere = documents.some(({ id }) => id === place?.document_id);
  // With a version that goes the one before it is the text again.
  const isGone = documents.every(({ id }) => id !== documentId);
  if (isGone && documents.some(({ id }) => id === earlier) && earlier !== undefined) openDocument(earlier);
  // In Passages, and among hits at that place, the rows themselves show it.
  const isMany = step.label.count > 1;
  const isShown =
    place !== null && (getView().view === 'passages' || (await isInHits(workbench, isMany ? null : place)));
  if (place !== null && isThere && !isShown) {
    const { start, end } = place;
    const span = start === undefined || end === undefined ? null : { start, end };
    openDocument(place.document_id, span, place.annotation_id ?? null);
  }
  announce(t(way === 'undo' ? 'common:undone' : 'common:redone', { step: words }));
}

/** While an end of a passage is being moved, that is what is taken back. */
export function undo(workbench: Workbench): void | Promise<void> {
  if (getView().reshaping !== null) {
    leaveEdges();
    return;
  }
  return go(workbench, 'undo', () => workbench.undo.undo());
}

export function redo(workbench: Workbench): Promise<void> {
  return go(workbench, 'redo', () => workbench.undo.redo());
}
