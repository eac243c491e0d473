/** From a row of passages to its place in the text, or to what is written about it. */
import { readAnnotations } from '../data/read-annotations';
import type { PassageDesk } from '../passages/passage-desk';
import { t } from '../ui/strings';
import { focusFieldOfRow } from './focus-field';
import type { Workbench } from './open-workbench';
import { keepInStep } from './passages-in-step';
import { announce, openDocument, setView } from './view-state';

/** Opens the place in the reader; Alt+Left comes back to the row. */
export async function openRow(desk: PassageDesk): Promise<void> {
  const row = await desk.inHand();
  if (row === null || row.left === 'gone') return;
  openDocument(row.document_id, row.span, row.id);
  setView({ back: 'passages' });
}

/**
 * Puts the cursor in memo or speaker of the passage in hand, beside the list; Escape there comes back to the row. A memo
 * is of one passage; a speaker is stated for all that are chosen.
 */
export async function openRowField(
  workbench: Workbench,
  desk: PassageDesk,
  field: 'memo' | 'speaker',
): Promise<void> {
  const row = await desk.inHand();
  const keys = field === 'speaker' ? await desk.chosen() : [];
  const read = row === null ? null : await readAnnotations(workbench.session.store, [row, ...keys]);
  const annotation = read?.annotations.find(({ id }) => id === row?.id);
  if (row === null || annotation === undefined) {
    announce(t('passages:nothingChosen'));
    return;
  }
  keepInStep(row);
  const isOwn = annotation.coder_id === workbench.coder.id;
  // What others wrote is read there; where nothing can be, what is typed next must not be lost without a word.
  const isRead = field === 'memo' && read?.memos.some(({ target }) => target.id === row.id) === true;
  if (field === 'speaker' && row.span === null) announce(t('reader:noPassageInHand'));
  else if (isOwn || isRead) {
    const others = read?.annotations.filter(({ id, target }) => id !== row.id && target.kind === 'passage');
    await focusFieldOfRow(field, row.id, field === 'speaker' ? (others ?? []) : []);
  } else announce(t(field === 'memo' ? 'memos:notYours' : 'annotations:notYours'));
}
