import type { Structure } from '@core/model/document';
import type { Id } from '@core/model/identity';
import type { Span } from '@core/model/span';
import type { PaintedPassage } from '@core/paint/paint-layers';
import type { DirectedSpan } from '@core/reading/move-cursor';
import type { HiddenCharacter } from '@core/text/hidden-characters';
import { type CopyMark, createCopyMarks } from './copy-marks';
import { copySelected } from './copy-selected';
import { crossParts } from './cross-parts';
import { createEdgeHandles, type EdgeListeners } from './edge-handles';
import { followHover } from './follow-hover';
import { createFrameTask } from './frame-task';
import { createHiddenMarks } from './hidden-marks';
import { jumpToEdges } from './jump-to-edges';
import { keepPlaceOnFocus } from './keep-place-on-focus';
import { createLanePainter } from './lane-painter';
import { type LexicalText, mountLexicalText } from './lexical-text';
import { createMeasureEdges, type Edges } from './measure-edges';
import { createPainter, type Overlay } from './painter';
import { type RevealPlace, revealSpan } from './reveal-span';
import { selectByUnits, tidySelection } from './select-by-units';
import type { StripeItem } from './stripe-elements';
import { createTextBoxes } from './text-boxes';

export interface ReaderListeners {
  readonly onSelection: (selection: DirectedSpan) => void;
  readonly onTake: (annotationId: Id) => void;
  readonly onCopies: (mark: CopyMark) => void;
  readonly handles: EdgeListeners;
}

/** One text on screen: read, selected, painted; never written. */
export interface Reader {
  readonly text: LexicalText;
  /** Passages and stripes by start, longer first. */
  paint(passages: readonly PaintedPassage[], stripes: readonly StripeItem[], inHand: Id | null): void;
  overlay(overlay: Overlay, spans: readonly Span[]): void;
  /** Reprinted stretches, by start. */
  markCopies(marks: readonly CopyMark[]): void;
  /** Characters that are to be pointed out though they are not seen, in text order. */
  markHidden(characters: readonly HiddenCharacter[]): void;
  /** Shows handles at both ends of a span, or none. */
  handles(span: Span | null): void;
  /** To be called when the view was scrolled: repaints only when other parts came near. */
  scrolled(): void;
  /** The offset under a place in the window, in pixels; null where no text is. */
  offsetAtPoint(x: number, y: number): number | null;
  /** Passages that hold the offset, shortest first. */
  passagesAt(offset: number): readonly PaintedPassage[];
  /** The selection in UTF-16 units; null while it lies elsewhere. A bare cursor has anchor equal to focus. */
  selection(): DirectedSpan | null;
  select(selection: DirectedSpan): void;
  /** Draws the selection in to whole characters without outer white space. */
  tidySelection(): void;
  focus(): void;
  /** Brings a span into the comfortable part of the view, if it is not there. */
  reveal(span: Span, where?: RevealPlace): void;
  /** Edges of the span's text in the window; null when it is not laid out. */
  edges(span: Span): Edges | null;
  /** Tells of each new selection in the text, and of stripes that are pointed at. Returns the undo. */
  listen(listeners: ReaderListeners): () => void;
  dispose(): void;
}

/** Milliseconds after which more than what is seen is painted, however busy the window is. */
const widenWithin = 300;

/**
 * Mounts a text for reading. The cursor comes from an EditContext on the read-only root: the browser draws and
 * moves a real caret, while nothing typed or composed can reach the text.
 */
export function createReader(
  parts: {
    readonly root: HTMLElement;
    readonly scroller: HTMLElement;
    readonly lanes: HTMLElement;
    readonly copies: HTMLElement;
    readonly names: HTMLElement;
    readonly handles: HTMLElement;
    readonly hidden: HTMLElement;
  },
  content: { readonly text: string; readonly structure: Structure },
): Reader {
  const { root, scroller } = parts;
  const text = mountLexicalText(root, content.text, content.structure);
  root.editContext = new EditContext();
  // The text is reached and read by keys: it takes the focus that a text field would.
  root.tabIndex = 0;
  const painter = createPainter(text, scroller);

  const selection = (): DirectedSpan | null => {
    const found = document.getSelection();
    if (found?.anchorNode == null || found.focusNode === null) return null;
    const anchor = text.offsetAt(found.anchorNode, found.anchorOffset);
    const focus = text.offsetAt(found.focusNode, found.focusOffset);
    return anchor === null || focus === null ? null : { anchor, focus };
  };

  const select = ({ anchor, focus }: DirectedSpan): void => {
    const from = text.pointAt(anchor, anchor <= focus ? 'after' : 'before');
    const to = text.pointAt(focus, anchor < focus ? 'before' : 'after');
    if (from === null || to === null) return;
    document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
    kept.put({ anchor, focus });
  };

  const kept = keepPlaceOnFocus(root, selection, select);

  const { edges, placeOf } = createMeasureEdges(text);
  const offsetAtPoint = (x: number, y: number): number | null => {
    const caret = document.caretPositionFromPoint(x, y);
    return caret === null ? null : text.offsetAt(caret.offsetNode, caret.offset);
  };
  const passagesAt = (offset: number): readonly PaintedPassage[] =>
    [...painter.at(offset)].sort((a, b) => a.end - a.start - (b.end - b.start));

  const { paragraphAt, edgeBox } = createTextBoxes(text, content.text, edges);
  const lanes = createLanePainter(parts, edges, paragraphAt);
  const copies = createCopyMarks(parts.copies, edges);
  const hidden = createHiddenMarks(parts.hidden, placeOf);
  const handles = createEdgeHandles(parts.handles, scroller, offsetAtPoint, (offset, edge) => {
    const { start, end } = painter.visible();
    return offset < start || offset > end ? null : edgeBox(offset, edge);
  });
  const laneFrame = createFrameTask(() => {
    const placeHandles = handles.measure();
    const drawCopies = copies.measure(painter.visible());
    const drawHidden = hidden.measure(painter.visible());
    lanes.draw(painter.visible());
    drawCopies();
    drawHidden();
    placeHandles();
  });
  const stopSelecting = selectByUnits(root, content, text.paragraphs, { offsetAtPoint, selection, select });
  const stopHover = followHover(
    root,
    (x, y) => {
      const offset = offsetAtPoint(x, y);
      lanes.point(offset === null ? null : (passagesAt(offset)[0]?.id ?? null));
    },
    () => lanes.point(null),
  );
  // Fonts that arrive, panels that move, sections that get their true height: all move the stripes' places. It is
  // told once at first, when the text is laid out: before that no place is known, and measuring would be in vain.
  let isLaidOut = false;
  const drawBeside = (): void => {
    if (isLaidOut) laneFrame.ask();
  };
  const paintNow = (): void => {
    painter.refresh();
    laneFrame.now();
  };
  // A text that runs past faster than a view a frame cannot be read: it is painted in the frame after.
  const rest = createFrameTask(paintNow, 2);
  let scrolledTo = 0;
  const scrolled = (): void => {
    const moved = Math.abs(scroller.scrollTop - scrolledTo);
    scrolledTo = scroller.scrollTop;
    if (moved > scroller.clientHeight) rest.restart();
    else if (!rest.isAsked() && painter.refresh()) drawBeside();
  };
  const resized = new ResizeObserver(() => {
    if (!isLaidOut) stopWidening = widenInRest();
    isLaidOut = true;
    lanes.forgetPlaces();
    copies.forgetPlaces();
    if (!rest.isAsked()) paintNow();
  });
  // A text that is opened shows what is in sight before anything else is done.
  const widenInRest = (): (() => void) => {
    const waiting = requestIdleCallback(
      () => {
        if (painter.widen()) drawBeside();
      },
      { timeout: widenWithin },
    );
    return () => cancelIdleCallback(waiting);
  };
  let stopWidening = (): void => undefined;
  resized.observe(root);
  // What stands above the text may change its height too.
  if (root.parentElement !== null) resized.observe(root.parentElement);

  const reveal = (span: Span, where: RevealPlace = 'nearest'): void => {
    revealSpan(scroller, () => edges(span) ?? edges({ start: span.start, end: span.start + 1 }), where);
    scrolledTo = scroller.scrollTop;
    rest.drop();
    painter.refresh();
    drawBeside();
  };
  const stopJumping = jumpToEdges(root, text.paragraphs, { selection, select, reveal });
  const stopCrossing = crossParts(root, text);

  return {
    text,
    paint: (passages, stripes, inHand) => {
      painter.setPassages(passages, inHand);
      lanes.setItems(stripes, inHand);
      drawBeside();
    },
    overlay: (overlay, spans) => painter.setOverlay(overlay, spans),
    markCopies: (marks) => {
      copies.set(marks);
      drawBeside();
    },
    markHidden: (characters) => {
      hidden.set(characters);
      drawBeside();
    },
    handles: (span) => {
      handles.show(span);
      drawBeside();
    },
    scrolled,
    offsetAtPoint,
    passagesAt,
    selection,
    select,
    tidySelection: () => tidySelection(content.text, selection(), select),
    focus: () => root.focus({ preventScroll: true }),
    reveal,
    edges,
    listen: ({ onSelection, onTake, onCopies, handles: listeners }) => {
      const tell = (now: DirectedSpan | null): void => {
        if (now !== null) onSelection(now);
      };
      const changed = (): void => tell(kept.present());
      // The browser tells of a selection in a task of its own: a key pressed before that acts on what is selected now.
      const settle = (): void => tell(kept.settled());
      const forget = lanes.onTake(onTake);
      const forgetCopies = copies.onTake(onCopies);
      const release = handles.listen(listeners);
      const copy = (event: ClipboardEvent): void =>
        copySelected(event, { text: content.text, lines: text.lines }, selection());
      document.addEventListener('selectionchange', changed);
      root.addEventListener('copy', copy);
      root.addEventListener('keydown', settle, { capture: true });
      return () => {
        forget();
        forgetCopies();
        release();
        document.removeEventListener('selectionchange', changed);
        root.removeEventListener('copy', copy);
        root.removeEventListener('keydown', settle, { capture: true });
      };
    },
    dispose: () => {
      kept.dispose();
      stopSelecting();
      stopJumping();
      stopCrossing();
      stopHover();
      handles.dispose();
      resized.disconnect();
      stopWidening();
      laneFrame.drop();
      rest.drop();
      lanes.dispose();
      copies.dispose();
      hidden.dispose();
      painter.dispose();
      root.editContext = null;
      text.dispose();
    },
  };
}
