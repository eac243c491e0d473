import type { Hue, Mark } from '../codebook/hues';
import type { Id } from '../model/identity';
import type { Span } from '../model/span';

/** A passage as the painter sees it. */
export interface PaintedPassage extends Span {
  readonly id: Id;
  /** Its codes in codebook order; none for an uncoded passage. */
  readonly codes: readonly { readonly id: Id; readonly hue: Hue; readonly mark: Mark }[];
}

/** Names of highlight layers; ui/highlight-styles gives each its look. */
export type LayerName =
  | `tint-${Hue}`
  | `hand-${Hue}`
  | 'hand-uncoded'
  | 'overlap-2'
  | 'overlap-3'
  | 'uncoded'
  | `line-${1 | 2}-${Hue}-${Mark}`;

/** At most so many underlines at one place, those of the shortest passages. */
const underlines = 2;

/**
 * What to paint where. Tints never mix: one code shows its tint, two a neutral grey, three or more a deeper one;
 * the lanes beside the text tell the rest. Where the passage in hand lies only its own tint shows.
 * Passages by start; result: spans in order per layer, neighbours of one layer joined.
 */
export function paintLayers(
  passages: readonly PaintedPassage[],
  inHand: Id | null,
): ReadonlyMap<LayerName, readonly Span[]> {
  const edges = [...new Set(passages.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const layers = new Map<LayerName, { start: number; end: number }[]>();
  const put = (layer: LayerName, start: number, end: number): void => {
    const spans = layers.get(layer);
    const last = spans?.at(-1);
    if (last !== undefined && last.end === start) last.end = end;
    else if (spans !== undefined) spans.push({ start, end });
    else layers.set(layer, [{ start, end }]);
  };
  let open: PaintedPassage[] = [];
  let next = 0;
  edges.forEach((start, at) => {
    const end = edges[at + 1];
    if (end === undefined) return;
    open = open.filter((passage) => passage.end > start);
    while (next < passages.length) {
      const passage = passages[next];
      if (passage === undefined || passage.start > start) break;
      if (passage.end > start) open.push(passage);
      next++;
    }
    if (open.length > 0) paintSegment(open, inHand, (layer) => put(layer, start, end));
  });
  return layers;
}

function paintSegment(
  open: readonly PaintedPassage[],
  inHand: Id | null,
  put: (layer: LayerName) => void,
): void {
  const held = open.find(({ id }) => id === inHand);
  const codes = new Set(open.flatMap((passage) => passage.codes.map(({ id }) => id)));
  if (held !== undefined) {
    const first = held.codes[0];
    put(first === undefined ? 'hand-uncoded' : `hand-${first.hue}`);
  } else if (codes.size === 0) put('uncoded');
  else if (codes.size >= 3) put('overlap-3');
  else if (codes.size === 2) put('overlap-2');
  else {
    const only = open.find((passage) => passage.codes.length > 0)?.codes[0];
    if (only !== undefined) put(`tint-${only.hue}`);
  }
  const shortest = open
    .filter((passage) => passage.codes.length > 0)
    .sort((a, b) => a.end - a.start - (b.end - b.start))
    .slice(0, underlines);
  // A passage with two codes shows both, so that its underline alone tells them.
  const lines = shortest.flatMap((passage) => passage.codes).slice(0, underlines);
  for (const [index, { hue, mark }] of lines.entries()) put(`line-${index === 0 ? 1 : 2}-${hue}-${mark}`);
}
