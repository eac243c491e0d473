import type { DirectedSpan } from '@core/reading/move-cursor';
import type { ViewLine } from '@core/reading/view-lines';

/** More UTF-16 units than a view shows: what the page itself would copy of them may lack what is not made yet. */
const longest = 20_000;

/**
 * Copies from the frozen text what the page itself would copy otherwise than it stands: a long selection, and one over
 * two parts of a paragraph, between which the page ends a line. All else is left to the page, which keeps its look.
 */
export function copySelected(
  event: ClipboardEvent,
  { text, lines }: { readonly text: string; readonly lines: readonly ViewLine[] },
  selection: DirectedSpan | null,
): void {
  if (selection === null || event.clipboardData === null) return;
  const start = Math.min(selection.anchor, selection.focus);
  const end = Math.max(selection.anchor, selection.focus);
  const isOverParts = lines.some((line) => !line.begins && line.start > start && line.start < end);
  if (end - start <= longest && !isOverParts) return;
  event.clipboardData.setData('text/plain', text.slice(start, end));
  event.preventDefault();
}
