import type { CodeMatch } from '@core/codebook/match-codes';

export type PaletteRow = { readonly kind: 'code'; readonly match: CodeMatch } | { readonly kind: 'create' };

/**
 * Rows of the palette and which is marked before any arrow key. "Create" is the last row, and the marked one when
 * nothing matches firmly: Enter never applies a loose match.
 */
export function paletteRows(
  typed: string,
  matches: readonly CodeMatch[],
  locked: boolean,
): { readonly rows: readonly PaletteRow[]; readonly marked: number | null } {
  const codes = matches.map((match): PaletteRow => ({ kind: 'code', match }));
  const offersCreation = !locked && typed.trim() !== '' && matches[0]?.how !== 'exact';
  const rows = offersCreation ? [...codes, { kind: 'create' } as const] : codes;
  const isFirm = matches[0] !== undefined && matches[0].how !== 'loose';
  if (isFirm) return { rows, marked: 0 };
  return { rows, marked: offersCreation ? rows.length - 1 : null };
}
