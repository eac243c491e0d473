/** Pixels of the window. */
interface Edges {
  readonly top: number;
  readonly bottom: number;
}

export type RevealPlace = 'nearest' | 'middle';

/** Parts of the view's height kept free above and below what is revealed. */
const margins = { top: 0.12, bottom: 0.3 } as const;

/** By how many CSS pixels to scroll so that the span stands well in the view; null when it does. */
function scrollFor(span: Edges, box: DOMRectReadOnly, where: RevealPlace): number | null {
  const top = box.top + box.height * margins.top;
  const bottom = box.bottom - box.height * margins.bottom;
  if (span.top >= top && span.bottom <= bottom) return null;
  if (where === 'middle' || span.top > box.bottom || span.bottom < box.top)
    return span.top - (box.top + box.height * 0.35);
  return span.bottom > bottom ? Math.min(span.bottom - bottom, span.top - top) : span.top - top;
}

/** Scrolls until the span stands well in the view; `edges` measures it anew, null where it is not laid out. */
export function revealSpan(scroller: HTMLElement, edges: () => Edges | null, where: RevealPlace): void {
  // A section out of sight has only a guessed height: going there lays it out, then the place is exact.
  for (let attempt = 0; attempt < 3; attempt++) {
    const span = edges();
    const wanted = span === null ? null : scrollFor(span, scroller.getBoundingClientRect(), where);
    if (wanted === null) return;
    const before = scroller.scrollTop;
    scroller.scrollTop += wanted;
    if (scroller.scrollTop === before) return;
  }
}
