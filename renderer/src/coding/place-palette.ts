/** Pixels between a palette and what it codes, and the edges of the window. */
export const paletteGap = 6;

export interface PalettePlace {
  /** Pixels of the window. */
  readonly top: number;
  /** Pixels that it may be high; a list within it scrolls. */
  readonly room: number;
}

/**
 * Below the passage it codes, or above where it has no room there; where it has none on either side, on the roomier
 * one and no higher than that. It covers the passage only where both sides have room for hardly a row.
 */
export function placePalette(
  target: { readonly top: number; readonly bottom: number },
  height: number,
  windowHeight: number,
): PalettePlace {
  const below = windowHeight - paletteGap - (target.bottom + paletteGap);
  const above = target.top - paletteGap - paletteGap;
  if (height > below && height > above && Math.max(below, above) < least) {
    return { top: paletteGap, room: windowHeight - 2 * paletteGap };
  }
  const isBelow = height <= below || below >= above;
  const room = Math.min(height, isBelow ? below : above);
  const top = isBelow ? target.bottom + paletteGap : target.top - paletteGap - room;
  // Of a passage that is out of sight, as after the window became smaller, it stays within the window.
  return { top: Math.max(paletteGap, Math.min(top, windowHeight - paletteGap - room)), room };
}

/** Pixels: the field, a row and the line about it. */
const least = 120;
