import { type ConfirmedCopy, codeCopies, detachCopy } from '@core/commands/code-copies';
import type { PassageCopy } from '@core/copies/copy-places';
import { originalOf } from '@core/copies/original-of';
import type { Annotation } from '@core/model/annotation';
import type { Id } from '@core/model/identity';
import type { Span } from '@core/model/span';
import { type CopyItem, isOffered } from '../copies/copy-item';
import { openDocument as readDocument } from '../data/open-document';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import { annotationInHand, type Surface } from './coding-surface';
import { commitOrTell } from './commit-ahead';
import { type CopiesDesk, copiesOf } from './copies-desk';
import { isTicked } from './copies-ticks';
import { isAt } from './copy-items';
import type { Workbench } from './open-workbench';
import { alert, announce, getView, setView } from './view-state';

/** Shows the region, beside the text or as a drawer. */
export function showCopies(): void {
  setView({ copiesOpen: true, drawer: 'inspector' });
}

/** Shows where a reprinted stretch stands too; the cursor goes to its beginning. */
export function showCopiesAt({ start }: Span): void {
  setView({ selection: { anchor: start, focus: start }, inHand: null });
  showCopies();
}

/**
 * What the key for copies does. A coded passage in hand has its copies coded: at once where all of them hold its words
 * unchanged; where some differ they are shown first, and the key once more codes what is ticked. Otherwise, and where
 * nothing is to be done, the region is shown. A copy's own copies are those of its original.
 */
export async function confirmCopies(surface: Surface): Promise<void> {
  const { workbench, snapshot } = surface;
  const annotation = annotationInHand(surface);
  const isOwn = annotation?.coder_id === workbench.coder.id && annotation.codings.length > 0;
  if (annotation === null || !isOwn || annotation.target.kind !== 'passage') {
    showCopies();
    return;
  }
  if (await isFollowing(workbench, annotation)) {
    showCopies();
    return;
  }
  const { start, end } = annotation.target;
  const desk = copiesOf(workbench);
  const copies = await copiesAfterAWhile(desk, snapshot.id, { start, end }).catch(() => null);
  if (copies === null || copies.length === 0) {
    announce(t(copies === null ? 'copies:failed' : isLooking(desk) ? 'copies:looking' : 'copies:none'));
    return;
  }
  const linked = await linkedCopies(workbench, annotation);
  const { copiesOpen, copyTicks } = getView();
  const chosen = copies.flatMap((copy) => {
    const { projected, document_id } = copy;
    if (projected.kind === 'lacking') return [];
    const coded = linked.find((one) => isAt(one.annotation, copy));
    if (coded?.link.detached === true) return [];
    const known = coded !== undefined;
    const key = `${document_id} ${copy.start}`;
    const isOn = known || isTicked(copyTicks, annotation.id, { key, state: projected.kind });
    return [{ document_id, span: projected.span, isOn, isAsked: projected.kind === 'differs' && !known }];
  });
  if (!copiesOpen && chosen.some(({ isAsked }) => isAsked)) {
    showCopies();
    return;
  }
  const places = chosen.filter(({ isOn }) => isOn);
  if (places.length > 0) {
    await codeThem(workbench, annotation, places);
    return;
  }
  // Which words a copy has instead, or that it was detached, is seen there.
  showCopies();
  announce(t(chosen.length === 0 ? 'copies:nothingToCode' : 'copies:nothingTicked'));
}

/** Milliseconds that the key waits where nothing was found yet: the copies of a small corpus are found by then. */
const patience = 600;

async function copiesAfterAWhile(
  desk: CopiesDesk,
  document_id: Id,
  span: Span,
): Promise<readonly PassageCopy[]> {
  const copies = await desk.ask('passageCopies', { document_id, span });
  if (copies.length > 0 || !isLooking(desk)) return copies;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      forget();
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(end, patience);
    const forget = desk.found.subscribe(() => {
      if (!isLooking(desk)) end();
    });
  });
  return desk.ask('passageCopies', { document_id, span });
}

const isLooking = ({ found }: CopiesDesk): boolean => found.getSnapshot().waiting !== 0;

/** Whether it is a copy that follows a passage which is there. */
async function isFollowing(workbench: Workbench, { id }: Annotation): Promise<boolean> {
  const original = originalOf(workbench.lists.links.getSnapshot(), id);
  return original !== undefined && (await workbench.lists.annotations.find([original])).has(original);
}

/** Codes the copies at these places as the passage is coded: one step for undo. */
export async function codeThem(
  workbench: Workbench,
  annotation: Annotation,
  places: readonly { readonly document_id: Id; readonly span: Span }[],
): Promise<void> {
  const confirmed = await confirmedCopies(workbench, places);
  const links = workbench.lists.links.getSnapshot();
  const drafts = codeCopies(annotation, confirmed, links, workbench.context());
  if (drafts.length === 0) {
    showCopies();
    announce(t('copies:inStep'));
  } else if (await commitOrTell(workbench, drafts)) {
    announce(t('copies:coded', { count: confirmed.length }));
  }
}

/** Parts a copy from the passage. */
export async function detach(workbench: Workbench, annotation: Annotation, item: CopyItem): Promise<void> {
  const linked = await linkedCopies(workbench, annotation);
  const one = linked.find(
    ({ annotation: { target, ...of } }) =>
      of.document_id === item.document_id &&
      target.kind === 'passage' &&
      target.start < item.span.end &&
      target.end > item.span.start,
  );
  if (one === undefined) return;
  const drafts = detachCopy(one.link, workbench.context());
  if (drafts.length > 0 && (await commitOrTell(workbench, drafts))) announce(t('copies:detached'));
}

/** What is ticked, and what was coded before, which is brought in step. */
export function placesToCode(items: readonly CopyItem[]): readonly CopyItem[] {
  return items.filter(
    (item) => (item.state === 'coded' && item.isAligned) || (isOffered(item) && item.isTicked),
  );
}

async function linkedCopies(workbench: Workbench, { id }: Annotation) {
  const links = workbench.lists.links.getSnapshot().filter(({ kind, to }) => kind === 'copy' && to === id);
  const found = await workbench.lists.annotations.find(links.map(({ from }) => from));
  return links.flatMap((link) => {
    const annotation = found.get(link.from);
    return annotation === undefined ? [] : [{ link, annotation }];
  });
}

/** The copies with all that coding them takes; a text that is missing is told of. */
export async function confirmedCopies(
  workbench: Workbench,
  places: readonly { readonly document_id: Id; readonly span: Span }[],
): Promise<readonly ConfirmedCopy[]> {
  const confirmed: ConfirmedCopy[] = [];
  for (let at = 0; at < places.length; at += placesAtOnce) {
    const some = places.slice(at, at + placesAtOnce);
    const read = await Promise.all(some.map((place) => confirmedCopy(workbench, place)));
    confirmed.push(...read.flatMap((copy) => copy ?? []));
  }
  return confirmed;
}

/** Documents read at a time: each waits for the disk and for another process. */
const placesAtOnce = 20;

async function confirmedCopy(
  { session, committer, shelf }: Workbench,
  { document_id, span }: { readonly document_id: Id; readonly span: Span },
): Promise<ConfirmedCopy | null> {
  // Read anew, not taken from the shelf: the open document must stay the one taken last.
  const opened = readDocument(session.store, committer, document_id);
  await opened.ready;
  const { document, annotations, problem } = opened.getSnapshot();
  opened.close();
  const text = document === null ? null : await shelf.readText(document.text_sha256);
  if (problem !== null) alert(problemSentence(problem));
  else if (document !== null && text === null) alert(t('copies:textMissing', { title: document.title }));
  return problem !== null || document === null || text === null
    ? null
    : { document, text, span, annotations };
}
