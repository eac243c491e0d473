import type { Edge } from '@core/commands/move-boundary';
import type { Span } from '@core/model/span';
import { isRightToLeft } from '@core/text/direction';
import { t } from '../ui/strings';
import styles from './reader.module.css';

export interface EdgeListeners {
  /** A handle was clicked, or pressed by a key or an assistive tool: arrows are to move its end from now on. */
  readonly onTakeEdge: (edge: Edge) => void;
  /** A handle is dragged to an offset, by whole words where Ctrl is down. */
  readonly onDragEdge: (edge: Edge, offset: number, byWord: boolean) => void;
  readonly onDropEdge: () => void;
  /** Escape, or the system took the pointer away. */
  readonly onLeaveEdge: () => void;
}

/** The character at one end of a span, in pixels of the window. */
export interface EdgeBox {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly words: string;
  /** Of its paragraph. */
  readonly isRightToLeft: () => boolean;
}

export interface EdgeHandles {
  /** Where the ends are; null for none. Drawn the next time they are placed. */
  show(span: Span | null): void;
  /** Measures where the handles belong, and answers what puts them there, so that all is measured before it is written. */
  measure(): () => void;
  /** Returns the undo. */
  listen(listeners: EdgeListeners): () => void;
  dispose(): void;
}

interface Drag {
  readonly edge: Edge;
  readonly pointerId: number;
  /** From the pointer to the middle of the line that is dragged, in pixels. */
  readonly dx: number;
  readonly dy: number;
  readonly from: { readonly x: number; readonly y: number };
  x: number;
  y: number;
  byWord: boolean;
  hasMoved: boolean;
}

const edgeNames = ['start', 'end'] as const satisfies readonly Edge[];
/** Pixels that a pointer may tremble in a click. */
const trembling = 3;
/** Pixels from the view's rim within which a dragged end scrolls it, and how far in a frame at most. */
const scrolling = { rim: 36, step: 14 } as const;

/** The two handles of the passage in hand, over the text and outside its flow. */
export function createEdgeHandles(
  holder: HTMLElement,
  scroller: HTMLElement,
  offsetAtPoint: (x: number, y: number) => number | null,
  boxAt: (offset: number, edge: Edge) => EdgeBox | null,
): EdgeHandles {
  let span: Span | null = null;
  let listeners: EdgeListeners | null = null;
  let drag: Drag | null = null;
  let frame: number | null = null;

  const handles = edgeNames.map((edge) => {
    const element = document.createElement('button');
    element.type = 'button';
    element.className = styles['handle'] ?? '';
    element.dataset['edge'] = edge;
    element.setAttribute('aria-label', t(`reader:handle.${edge}`));
    element.title = t(`reader:handleTip.${edge}`);
    // Key b takes the ends in hand; another stop between the text and what follows would only be in the way.
    element.tabIndex = -1;
    element.hidden = true;
    return { edge, element };
  });
  holder.replaceChildren(...handles.map(({ element }) => element));

  const end = (how: 'drop' | 'leave' | 'take'): void => {
    if (drag === null) return;
    const { edge, pointerId } = drag;
    drag = null;
    if (frame !== null) cancelAnimationFrame(frame);
    frame = null;
    window.removeEventListener('keydown', key, true);
    for (const { element } of handles) {
      element.removeAttribute('data-dragged');
      if (element.hasPointerCapture(pointerId)) element.releasePointerCapture(pointerId);
    }
    if (how === 'drop') listeners?.onDropEdge();
    else if (how === 'leave') listeners?.onLeaveEdge();
    else listeners?.onTakeEdge(edge);
  };

  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    end('leave');
  };

  /** Scrolls while the pointer is at the rim, and goes on for as long as the drag lasts. */
  const follow = (): void => {
    if (drag === null) return;
    const { top, bottom } = scroller.getBoundingClientRect();
    const over = Math.max(0, drag.y - (bottom - scrolling.rim)) - Math.max(0, top + scrolling.rim - drag.y);
    if (over !== 0) scroller.scrollTop += Math.sign(over) * Math.min(scrolling.step, Math.abs(over));
    const offset = offsetAtPoint(drag.x + drag.dx, drag.y + drag.dy);
    if (offset !== null) listeners?.onDragEdge(drag.edge, offset, drag.byWord);
    frame = requestAnimationFrame(follow);
  };

  for (const { edge, element } of handles) {
    // The text keeps the focus and what is selected in it.
    element.addEventListener('mousedown', (event) => event.preventDefault());
    element.addEventListener('pointerdown', (event) => {
      if (event.button !== 0 || drag !== null) return;
      const { left, top, height } = element.getBoundingClientRect();
      const { clientX: x, clientY: y, pointerId } = event;
      drag = {
        ...{ edge, pointerId, from: { x, y }, x, y, byWord: false, hasMoved: false },
        ...{ dx: left + 1 - x, dy: top + height / 2 - y },
      };
      element.setPointerCapture(pointerId);
      window.addEventListener('keydown', key, true);
    });
    element.addEventListener('pointermove', (event) => {
      if (drag === null || event.pointerId !== drag.pointerId) return;
      drag.x = event.clientX;
      drag.y = event.clientY;
      drag.byWord = event.ctrlKey || event.metaKey;
      if (drag.hasMoved || Math.hypot(drag.x - drag.from.x, drag.y - drag.from.y) < trembling) return;
      drag.hasMoved = true;
      for (const handle of handles) handle.element.setAttribute('data-dragged', '');
      follow();
    });
    element.addEventListener('pointerup', () => end(drag?.hasMoved === true ? 'drop' : 'take'));
    element.addEventListener('pointercancel', () => end('leave'));
    element.addEventListener('click', ({ detail }) => {
      // With a mouse the pointer has said it already.
      if (detail === 0) listeners?.onTakeEdge(edge);
    });
  }

  return {
    show: (shown) => {
      span = shown;
      if (span === null) end('leave');
    },
    measure: () => {
      const origin = span === null ? null : holder.getBoundingClientRect();
      const placed = handles.map(({ edge, element }) => {
        const box = span === null ? null : boxAt(span[edge], edge);
        if (box === null || origin === null) return { element, place: null };
        const isBackward = isRightToLeft(box.words) ?? box.isRightToLeft();
        const x = (edge === 'start') === isBackward ? box.right : box.left;
        const place = { left: x - origin.left, top: box.top - origin.top, height: box.bottom - box.top };
        return { element, place };
      });
      return () => {
        for (const { element, place } of placed) {
          element.hidden = place === null;
          if (place === null) continue;
          element.style.left = `${place.left}px`;
          element.style.top = `${place.top}px`;
          element.style.height = `${place.height}px`;
        }
      };
    },
    listen: (next) => {
      listeners = next;
      return () => {
        if (listeners === next) listeners = null;
      };
    },
    dispose: () => {
      end('leave');
      holder.replaceChildren();
    },
  };
}
