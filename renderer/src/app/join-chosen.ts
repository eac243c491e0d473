/** Passages that are chosen become one where they are neighbours in their text. */
import { notOwn } from '@core/commands/batch';
import { type ChosenText, joinNeighbours } from '@core/commands/join-neighbours';
import { ownPassages } from '@core/commands/own-passages';
import { groupBy } from '@core/group-by';
import type { Annotation } from '@core/model/annotation';
import type { Id } from '@core/model/identity';
import { readingUnits } from '@core/reading/reading-units';
import { openDocument as readDocument } from '../data/open-document';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import { batchSaid } from './batch-said';
import { commitOrTell } from './commit-ahead';
import type { Workbench } from './open-workbench';
import type { Chosen } from './passages-actions';
import { alert, announce } from './view-state';

/** Joins those chosen, run by run, in one step. One alone is joined with the coder's next in its text, as there. */
export async function joinChosen({ workbench, read }: Chosen): Promise<void> {
  const only = read.annotations.length === 1 ? read.annotations[0] : undefined;
  if (only !== undefined && notOwn(only, workbench.context()) !== null) {
    announce(t('annotations:notYours'));
    return;
  }
  const texts: ChosenText[] = [];
  for (const [id, chosen] of groupBy(read.annotations, ({ document_id }) => document_id)) {
    // Of a text with one of them nothing need be read: it is left as it is.
    const text =
      chosen.length === 1 && only === undefined
        ? { text: '', units: { sentences: [], paragraphs: [] }, annotations: [], memos: [], chosen }
        : await chosenText(workbench, id, chosen);
    if (text === null) return;
    texts.push(only === undefined ? text : { ...text, chosen: withNext(workbench, text, only) });
  }
  if (only !== undefined && texts[0]?.chosen.length === 1) {
    announce(t(only.target.kind === 'passage' ? 'reader:noNextPassage' : 'reader:noPassageInHand'));
    return;
  }
  const codes = new Map(workbench.lists.codes.getSnapshot().map((code) => [code.id, code]));
  const links = workbench.lists.links.getSnapshot();
  const joined = joinNeighbours({ codes, links }, texts, workbench.context());
  if (only !== undefined && joined.made === 0) {
    announce(t('reader:notNeighbours'));
    return;
  }
  if (joined.drafts.length > 0 && !(await commitOrTell(workbench, joined.drafts))) return;
  const said = batchSaid(joined, (passages) => t('passages:joined', { passages, count: joined.made }));
  const { length: count } = joined.lost;
  announce([said, ...(count === 0 ? [] : [t('reader:lostInJoin', { count })])].join('. '));
}

/** null where the document or its text could not be read, which is said. */
async function chosenText(
  { session, committer, shelf }: Workbench,
  id: Id,
  chosen: readonly Annotation[],
): Promise<ChosenText | null> {
  // Read anew, not taken from the shelf: the open document must stay the one taken last.
  const opened = readDocument(session.store, committer, id);
  await opened.ready;
  const { document, structure, annotations, memos, problem } = opened.getSnapshot();
  opened.close();
  const text = document === null ? null : await shelf.readText(document.text_sha256);
  if (problem !== null) alert(problemSentence(problem));
  else if (text === null) alert(t('passages:textMissing', { title: document?.title ?? '' }));
  if (problem !== null || text === null || structure === null) return null;
  return { text, units: readingUnits(structure, text), annotations, memos, chosen };
}

function withNext(
  workbench: Workbench,
  { annotations }: ChosenText,
  held: Annotation,
): readonly Annotation[] {
  const own = ownPassages(annotations, workbench.context());
  const at = own.findIndex(({ id }) => id === held.id);
  const next = at < 0 ? undefined : own[at + 1];
  return next === undefined ? [held] : [held, next];
}
