import type { PaletteTarget } from '../coding/code-palette';
import { t } from '../ui/strings';
import { currentTarget, type Surface, spanOf } from './coding-surface';
import { announce, getView, setView } from './view-state';

/** The element that the palette of the whole document opens below: its codes, above the text. */
export const documentCodesId = 'document-codes';

/** Opens the code palette for the target, which stays painted as pending until it closes. */
export function openPalette(surface: Surface): void {
  const target = currentTarget(surface);
  const span = target === null ? null : spanOf(target);
  if (target !== null && span === null) {
    openDocumentPalette();
    return;
  }
  if (target === null || span === null) {
    announce(t('coding:noTarget'));
    return;
  }
  surface.reader.reveal(span);
  const edges = surface.reader.edges(span);
  if (edges !== null) setView({ palette: { target, edges }, pending: span });
}

/** Opens the code palette for the document as a whole. */
export function openDocumentPalette(): void {
  setView({ palette: { target: { kind: 'document' }, edges: documentEdges() }, pending: null });
}

function documentEdges(): PaletteTarget {
  const line = document.getElementById(documentCodesId);
  line?.scrollIntoView({ block: 'nearest' });
  const { top, bottom, left } = line?.getBoundingClientRect() ?? { top: 60, bottom: 60, left: 360 };
  return { top, bottom, left };
}

/** Puts the open palette beside its target again, which has moved with the window or the size of the text. */
export function placePaletteAgain(surface: Surface): void {
  const { palette } = getView();
  if (palette === null) return;
  const span = spanOf(palette.target);
  if (span !== null) surface.reader.reveal(span);
  const edges = span === null ? documentEdges() : surface.reader.edges(span);
  if (edges !== null) setView({ palette: { ...palette, edges } });
}

/** Closes it; the focus goes back to the text. */
export function closePalette(surface: Surface | null): void {
  if (getView().palette === null) return;
  setView({ palette: null, pending: null });
  surface?.reader.focus();
}
