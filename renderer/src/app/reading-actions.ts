import type { Span } from '@core/model/span';
import { type DirectedSpan, extendByUnit, type Step, stepOffset } from '@core/reading/move-cursor';
import { nextUncodedUnit } from '@core/reading/next-uncoded';
import { spanAt } from '@core/reading/reading-units';
import { sentenceUnder, widenTarget } from '@core/reading/target';
import { wordAt } from '@core/text/words';
import type { Reader } from '../document/reader';
import { t } from '../ui/strings';
import { annotationInHand, currentTarget, passagesInOrder, type Surface, spanOf } from './coding-surface';
import { listedDocuments, neighbour } from './listed-documents';
import type { Workbench } from './open-workbench';
import { announce, getView, openDocument, setView } from './view-state';

export type UnitKind = 'sentences' | 'paragraphs';

/** Selects by program: the passage in hand is let go only where `hold` does not keep it. */
function place(surface: Surface, anchor: number, focus: number, hold = false): void {
  setView({ selection: { anchor, focus }, ...(hold ? {} : { inHand: null }) });
  surface.reader.select({ anchor, focus });
}

/** Moves the cursor to the next or previous sentence or paragraph. */
export function move(surface: Surface, kind: UnitKind, step: Step): void {
  const units = surface.units[kind];
  const { selection } = getView();
  const first = units[0];
  const to = selection === null ? first?.start : stepOffset(units, selection.focus, step);
  if (to === undefined || to === null) return;
  place(surface, to, to);
  surface.reader.reveal(spanAt(units, to) ?? { start: to, end: to + 1 });
}

/** Extends the selection by a sentence or paragraph. */
export function extend(surface: Surface, kind: UnitKind, step: Step): void {
  const { selection } = getView();
  const from = selection ?? { anchor: 0, focus: 0 };
  const present =
    kind === 'paragraphs' ? spanAt(surface.units.paragraphs, from.focus) : sentenceHere(surface, from.focus);
  const { anchor, focus } = extendByUnit(surface.units[kind], from, step, present);
  place(surface, anchor, focus);
  surface.reader.reveal({ start: Math.max(0, focus - 1), end: focus + 1 });
}

/** The sentence there, or what stands in its place: what is shown as under the cursor. */
function sentenceHere({ units, snapshot, text }: Surface, offset: number): Span | undefined {
  return sentenceUnder(offset, units, snapshot.structure?.blocks ?? [], text) ?? undefined;
}

/** Moves to the next paragraph in scope that this coder has no passage in. */
export function nextUncoded(surface: Surface): void {
  const { coder_id, round } = surface.workbench.context();
  const own = surface.snapshot.annotations.flatMap(({ target, ...of }) =>
    target.kind === 'passage' && of.coder_id === coder_id && of.round === round ? [target] : [],
  );
  const scoped = (surface.snapshot.structure?.blocks ?? []).filter(({ in_scope }) => in_scope);
  const next = nextUncodedUnit(surface.units.paragraphs, own, scoped, getView().selection?.focus ?? -1);
  if (next === null) {
    announce(t('reader:allCoded'));
    return;
  }
  place(surface, next.start, next.start);
  surface.reader.reveal(next);
}

/** Widens or narrows the target: word, sentence, paragraph. */
export function widen(surface: Surface, way: 'wider' | 'narrower'): void {
  const target = currentTarget(surface);
  const span = target === null ? null : spanOf(target);
  if (span === null) return;
  const { selection } = getView();
  // Narrowing goes back to the words that were widened, not to the first of the paragraph.
  const cursor = selection?.cursor ?? selection?.focus ?? span.start;
  const at = cursor >= span.start && cursor < span.end ? cursor : span.start;
  const paragraph = spanAt(surface.units.paragraphs, at);
  const ladder = [
    (paragraph === undefined ? undefined : wordAt(surface.text, paragraph, at)) ?? null,
    sentenceHere(surface, at) ?? null,
    paragraph === undefined ? null : { start: paragraph.start, end: paragraph.end },
  ];
  const next = widenTarget(span, ladder, way);
  if (next === null) return;
  place(surface, next.start, next.end);
  setView({ selection: { anchor: next.start, focus: next.end, cursor: at } });
}

/** Takes the next or previous annotation in hand and shows it. */
export function stepAnnotation(surface: Surface, step: Step): void {
  const passages = passagesInOrder(surface);
  const held = annotationInHand(surface);
  const at = passages.findIndex(({ id }) => id === held?.id);
  const cursor = getView().selection?.focus ?? -1;
  const next =
    at >= 0
      ? passages[at + (step === 'next' ? 1 : -1)]
      : step === 'next'
        ? passages.find(({ span }) => span.start >= cursor)
        : passages.findLast(({ span }) => span.start < cursor);
  if (next !== undefined) takeInHand(surface, next.id);
}

/** Takes an annotation in hand, puts the cursor at its start and brings it into view. */
export function takeInHand(surface: Surface, annotationId: string): void {
  const passage = passagesInOrder(surface).find(({ id }) => id === annotationId);
  if (passage !== undefined) {
    place(surface, passage.span.start, passage.span.start);
    surface.reader.reveal(passage.span);
  }
  setView({ inHand: annotationId });
}

/**
 * A click: takes the shortest passage there in hand, or the next longer one when that was in hand already; where there
 * are several it offers the choice.
 */
export function point(surface: Surface, offset: number): void {
  const under = surface.reader.passagesAt(offset);
  const { inHand } = getView();
  const at = under.findIndex(({ id }) => id === inHand);
  const edges = under.length < 2 ? null : surface.reader.edges({ start: offset, end: offset + 1 });
  setView({
    selection: { anchor: offset, focus: offset },
    inHand: under.length === 0 ? null : (under[(at + 1) % under.length]?.id ?? null),
    choice: edges === null ? null : { passages: under.map(({ id }) => id), edges },
  });
}

/** Shows a place: brings the span into view, with its annotation in hand where one is named. */
export function showPlace(surface: Surface, span: Span | null, annotationId: string | null): void {
  if (annotationId !== null && surface.snapshot.annotations.some(({ id }) => id === annotationId)) {
    takeInHand(surface, annotationId);
  } else if (span !== null) {
    place(surface, span.start, span.start);
    surface.reader.reveal(span);
  }
}

/** Lets go of the selection first, then of the annotation in hand. */
export function letGo(surface: Surface): void {
  const { selection } = getView();
  if (selection !== null && selection.anchor !== selection.focus) {
    const cursor = selection.cursor ?? Math.min(selection.anchor, selection.focus);
    place(surface, cursor, cursor, true);
  } else setView({ inHand: null });
}

/** Opens the document after or before the open one in the list of the corpus, as it is narrowed down. */
export function stepDocument(workbench: Workbench, step: Step): void {
  const { documentId } = getView();
  if (documentId === null) return;
  const next = neighbour(listedDocuments(workbench), documentId, step === 'next' ? 1 : -1);
  if (next !== null) openDocument(next);
}

/** Reading goes on in a text that was made ready: where it was, if it is the same text with other blocks. */
export function readOn(reader: Reader): void {
  reader.focus();
  const { selection } = getView();
  if (selection !== null) reader.select(selection);
}

/** Takes note of a selection the person made. A move of the cursor lets go of the passage in hand. */
export function followSelection(selection: DirectedSpan): void {
  const last = getView().selection;
  if (selection.anchor === last?.anchor && selection.focus === last.focus) return;
  setView({ selection, inHand: null, choice: null });
}
