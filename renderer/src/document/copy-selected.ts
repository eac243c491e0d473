import type { DirectedSpan } from '@core/reading/move-cursor';

/** More UTF-16 units than a view shows: what the page itself would copy of them may lack what is not made yet. */
const longest = 20_000;

/** Copies a long selection from the frozen text; a short one is left to the page, which keeps its look as well. */
export function copySelected(event: ClipboardEvent, text: string, selection: DirectedSpan | null): void {
  if (selection === null || event.clipboardData === null) return;
  const start = Math.min(selection.anchor, selection.focus);
  const end = Math.max(selection.anchor, selection.focus);
  if (end - start <= longest) return;
  event.clipboardData.setData('text/plain', text.slice(start, end));
  event.preventDefault();
}
