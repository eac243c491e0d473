import { passInRound } from '@core/codebook/rounds';
import { setPassState } from '@core/commands/set-pass';
import type { ChangeDraft } from '@core/model/change';
import type { Id } from '@core/model/identity';
import type { Pass } from '@core/model/pass';
import { t } from '../ui/strings';
import { commitOrTell } from './commit-ahead';
import { isDone, listedDocuments, neighbour } from './listed-documents';
import type { Workbench } from './open-workbench';
import { latestRoundOf } from './present-round';
import { announce, getView, openDocument, setView } from './view-state';

/** The drafts that say how far the coder is with a document, in the present round or another. */
function passDrafts(
  workbench: Workbench,
  documentId: Id,
  state: Pass['state'],
  round?: number,
): readonly ChangeDraft[] {
  const project = workbench.lists.project.getSnapshot();
  if (project === null) return [];
  const present = workbench.context();
  const context = round === undefined ? present : { ...present, round };
  const pass = passInRound(workbench.lists.tally.getSnapshot(), documentId, context);
  return setPassState(project, documentId, pass, state, context);
}

/**
 * The next document of the list that is neither done nor skipped, going round at its end; where the list has none
 * left, that is said, for it may hold a part of the corpus only.
 */
function openNext(workbench: Workbench, documentId: Id): void {
  const list = listedDocuments(workbench);
  const isLeft = (row: (typeof list.rows)[number]): boolean =>
    row.id !== documentId && !isDone(row) && !row.states.includes('skipped');
  const next = neighbour(list, documentId, 1, isLeft) ?? list.found.find(isLeft)?.id ?? null;
  if (next !== null) openDocument(next);
  else announce(t(list.found === list.rows ? 'reader:allDone' : 'passes:listDone'));
}

/** States that the open document was read to its end with the codebook as it is, and opens the next one left. */
export async function doneAndNext(workbench: Workbench): Promise<void> {
  const { documentId } = getView();
  if (documentId === null) return;
  if (!(await commitOrTell(workbench, passDrafts(workbench, documentId, 'done')))) return;
  openNext(workbench, documentId);
}

/** States that the open document is not to be read in this round, and opens the next one left. */
export async function skipAndNext(workbench: Workbench): Promise<void> {
  const { documentId } = getView();
  if (documentId === null) return;
  if (!(await commitOrTell(workbench, passDrafts(workbench, documentId, 'skipped')))) return;
  openNext(workbench, documentId);
}

/** States that the document, done before, holds good under the codebook as it is now. */
export async function doneUnderPresent(workbench: Workbench, documentId: Id): Promise<void> {
  const drafts = passDrafts(workbench, documentId, 'done');
  if (await commitOrTell(workbench, drafts)) announce(t('passes:doneNow'));
}

/** Opens the document's pass again, as if it had not been done. */
export async function reopen(workbench: Workbench, documentId: Id): Promise<void> {
  await commitOrTell(workbench, passDrafts(workbench, documentId, 'open'));
}

/** Begins another round with the open document; what was coded and done in earlier ones stays as it is. */
export async function beginRound(workbench: Workbench): Promise<void> {
  const { documentId } = getView();
  if (documentId === null) return;
  const { lists, coder } = workbench;
  const round = latestRoundOf(lists.tally.getSnapshot(), coder.id) + 1;
  if (!(await commitOrTell(workbench, passDrafts(workbench, documentId, 'open', round)))) return;
  setView({ round: null, inHand: null });
  announce(t('passes:roundBegun', { round }));
}

/** Goes on in a round that was begun before. */
export function goToRound(workbench: Workbench, round: number): void {
  const latest = latestRoundOf(workbench.lists.tally.getSnapshot(), workbench.coder.id);
  setView({ round: round >= latest ? null : round, inHand: null });
  announce(t('passes:inRound', { round }));
}
