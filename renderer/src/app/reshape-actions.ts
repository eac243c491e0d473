/** Moving the ends of the passage in hand, and joining it with the next. */
import { mergeAnnotations } from '@core/commands/merge-annotations';
import {
  type BoundaryMove,
  type Edge,
  movedSpan,
  type PassageSurface,
  type Reshaped,
  setPassageSpan,
} from '@core/commands/move-boundary';
import { ownPassages } from '@core/commands/own-passages';
import type { Annotation } from '@core/model/annotation';
import type { Span } from '@core/model/span';
import { areNeighbours } from '@core/reading/are-neighbours';
import { spanAt } from '@core/reading/reading-units';
import { wordAt } from '@core/text/words';
import { t } from '../ui/strings';
import { annotationInHand, type Surface } from './coding-surface';
import { commitAhead } from './commit-ahead';
import { announce, getView, setView } from './view-state';

function passageSurface({ workbench, snapshot, text }: Surface): PassageSurface {
  const codes = new Map(workbench.lists.codes.getSnapshot().map((code) => [code.id, code]));
  const links = workbench.lists.links.getSnapshot();
  return { text, codes, links, annotations: snapshot.annotations, memos: snapshot.memos };
}

/** Takes the end of the passage in hand, then its start, then lets go of both and keeps where they are. */
export async function takeEdge(surface: Surface): Promise<void> {
  const { reshaping } = getView();
  if (reshaping?.edge === 'start') await keepEdges(surface);
  else holdEdge(surface, reshaping === null ? 'end' : 'start');
}

/** Takes one end of the passage in hand: arrows move it from now on. */
export function holdEdge(surface: Surface, edge: Edge): void {
  const { reshaping } = getView();
  const held = annotationInHand(surface);
  if (held?.target.kind !== 'passage') announce(t('reader:noPassageInHand'));
  else if (held.coder_id !== surface.workbench.coder.id) announce(t('annotations:notYours'));
  else {
    const { start, end } = reshaping?.annotationId === held.id ? reshaping.span : held.target;
    setView({ reshaping: { annotationId: held.id, edge, span: { start, end } } });
    announce(t(edge === 'end' ? 'reader:endInHand' : 'reader:startInHand'));
  }
}

/** An end of the passage in hand is dragged to an offset; `byWord` to the edge of the word there, on its own side. */
export function dragEdge(surface: Surface, edge: Edge, offset: number, byWord: boolean): void {
  const { reshaping } = getView();
  const held = annotationInHand(surface);
  if (held?.target.kind !== 'passage' || held.coder_id !== surface.workbench.coder.id) return;
  const { start, end } = reshaping?.annotationId === held.id ? reshaping.span : held.target;
  const paragraph = byWord ? spanAt(surface.units.paragraphs, offset) : undefined;
  const word = paragraph === undefined ? undefined : wordAt(surface.text, paragraph, offset);
  const to = word?.[edge] ?? offset;
  const span = movedSpan(surface.text, surface.units.sentences, { start, end }, edge, { to });
  if (span !== null) setView({ reshaping: { annotationId: held.id, edge, span } });
}

/** Moves the end in hand; what lies between is painted, and written when it is kept. */
export function moveEdge(surface: Surface, move: BoundaryMove): void {
  const { reshaping } = getView();
  if (reshaping === null) return;
  const span = movedSpan(surface.text, surface.units.sentences, reshaping.span, reshaping.edge, move);
  if (span === null) return;
  setView({ reshaping: { ...reshaping, span } });
  const at = span[reshaping.edge];
  surface.reader.reveal({ start: Math.max(0, at - 1), end: Math.min(surface.text.length, at + 1) });
  announce(reshaping.edge === 'end' ? endWords(surface.text, span) : startWords(surface.text, span));
}

/** What stands at the end that moved, for who cannot see it. */
function endWords(text: string, { start, end }: Span): string {
  return t('reader:endsWith', { words: text.slice(Math.max(start, end - 40), end) });
}
function startWords(text: string, { start, end }: Span): string {
  return t('reader:startsWith', { words: text.slice(start, Math.min(end, start + 40)) });
}

export function leaveEdges(): void {
  if (getView().reshaping === null) return;
  setView({ reshaping: null });
  announce(t('reader:edgesLeft'));
}

/** Gives the passage the span that its ends were moved to: one step. */
export async function keepEdges(surface: Surface): Promise<void> {
  const { reshaping } = getView();
  setView({ reshaping: null });
  const held = surface.snapshot.annotations.find(({ id }) => id === reshaping?.annotationId);
  if (reshaping !== null && held !== undefined) await giveSpan(surface, held, reshaping.span);
}

export async function giveSpan(surface: Surface, annotation: Annotation, span: Span): Promise<void> {
  const made = setPassageSpan(passageSurface(surface), annotation, span, surface.workbench.context());
  if (!made.ok) {
    if (made.error !== 'unmoved') announce(t('annotations:notYours'));
    return;
  }
  // It may be kept because another was taken in hand.
  if (getView().inHand === annotation.id) setView({ inHand: made.value.annotation_id });
  await settle(surface, made.value, 'reader:reshaped');
}

/**
 * Makes one passage of the one in hand and the coder's next in the text, where they are neighbours: whole sentences that
 * are in neither are never taken in unasked.
 */
export async function joinWithNext(surface: Surface): Promise<void> {
  const context = surface.workbench.context();
  const own = ownPassages(surface.snapshot.annotations, context);
  const at = own.findIndex(({ id }) => id === annotationInHand(surface)?.id);
  const [held, next] = at < 0 ? [] : own.slice(at, at + 2);
  if (held === undefined || next === undefined) {
    announce(t(held === undefined ? 'reader:noPassageInHand' : 'reader:noNextPassage'));
    return;
  }
  if (!areNeighbours(surface.units, held.target, next.target)) {
    announce(t('reader:notNeighbours'));
    return;
  }
  const made = mergeAnnotations(passageSurface(surface), [held, next], context);
  if (!made.ok) return;
  setView({ inHand: made.value.annotation_id });
  await settle(surface, made.value, 'reader:joined');
}

async function settle(
  surface: Surface,
  { drafts, lost }: Reshaped,
  said: 'reader:reshaped' | 'reader:joined',
): Promise<void> {
  if (!(await commitAhead(surface, drafts))) return;
  announce(
    [t(said), ...(lost.length === 0 ? [] : [t('reader:lostInJoin', { count: lost.length })])].join('. '),
  );
}
