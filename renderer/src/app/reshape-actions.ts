/** Moving the ends of the passage in hand, and joining it with the next. */
import { mergeAnnotations } from '@core/commands/merge-annotations';
import {
  type BoundaryMove,
  movedSpan,
  type PassageSurface,
  type Reshaped,
  setPassageSpan,
} from '@core/commands/move-boundary';
import type { Annotation } from '@core/model/annotation';
import type { Span } from '@core/model/span';
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
  if (reshaping !== null) {
    if (reshaping.edge === 'start') return keepEdges(surface);
    setView({ reshaping: { ...reshaping, edge: 'start' } });
    announce(t('reader:startInHand'));
    return;
  }
  const held = annotationInHand(surface);
  if (held?.target.kind !== 'passage') announce(t('reader:noPassageInHand'));
  else if (held.coder_id !== surface.workbench.coder.id) announce(t('annotations:notYours'));
  else {
    const { start, end } = held.target;
    setView({ reshaping: { annotationId: held.id, edge: 'end', span: { start, end } } });
    announce(t('reader:endInHand'));
  }
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
  await settle(surface, made.value, 'reader:reshaped');
}

/** Makes one passage of the one in hand and the coder's next in the text. */
export async function joinWithNext(surface: Surface): Promise<void> {
  const { coder_id, round } = surface.workbench.context();
  const held = annotationInHand(surface);
  const own = surface.snapshot.annotations.filter(
    (one) => one.target.kind === 'passage' && one.coder_id === coder_id && one.round === round,
  );
  const at = own.findIndex(({ id }) => id === held?.id);
  const next = at < 0 ? undefined : own[at + 1];
  if (held === null || next === undefined) {
    announce(t(held === null || at < 0 ? 'reader:noPassageInHand' : 'reader:noNextPassage'));
    return;
  }
  const made = mergeAnnotations(passageSurface(surface), [held, next], surface.workbench.context());
  if (made.ok) await settle(surface, made.value, 'reader:joined');
}

async function settle(
  surface: Surface,
  { drafts, annotation_id, lost }: Reshaped,
  said: 'reader:reshaped' | 'reader:joined',
): Promise<void> {
  setView({ inHand: annotation_id });
  if (!(await commitAhead(surface, drafts))) return;
  announce(
    [t(said), ...(lost.length === 0 ? [] : [t('reader:lostInJoin', { count: lost.length })])].join('. '),
  );
}
