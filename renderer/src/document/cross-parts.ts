import { lastStartingBy } from '@core/reading/reading-units';
import type { LexicalText } from './lexical-text';

/**
 * Has the arrow keys take the cursor over the border of two parts of a paragraph as over any other place. The browser
 * knows two places there, the end of the one part and the start of the other, and a step between them would be one
 * over nothing. Returns the undo.
 */
export function crossParts(
  root: HTMLElement,
  { lines, offsetAt, pointAt }: Pick<LexicalText, 'lines' | 'offsetAt' | 'pointAt'>,
): () => void {
  const down = ({ key, shiftKey }: KeyboardEvent): void => {
    const selection = document.getSelection();
    if ((key !== 'ArrowLeft' && key !== 'ArrowRight') || selection?.focusNode == null) return;
    const { focusNode, focusOffset } = selection;
    const focus = offsetAt(focusNode, focusOffset);
    const line = focus === null ? undefined : lines[lastStartingBy(lines, focus)];
    if (focus === null || line?.begins !== false || line.start !== focus) return;
    const element = focusNode instanceof Element ? focusNode : focusNode.parentElement;
    const shown = element?.closest('[data-line]') ?? root;
    const isForward = (key === 'ArrowRight') === (getComputedStyle(shown).direction === 'ltr');
    const point = pointAt(focus, isForward ? 'after' : 'before');
    if (point === null || point.node === focusNode) return;
    if (shiftKey) selection.extend(point.node, point.offset);
    else if (selection.isCollapsed) selection.collapse(point.node, point.offset);
  };
  root.addEventListener('keydown', down);
  return () => root.removeEventListener('keydown', down);
}
