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

/**
 * What to paint where. Tints never mix: one code shows its tint, two a neutral grey, three or more a deeper one;
 * the lanes beside the text tell the rest. Where the passage in hand lies only its own tint shows. At most two
 * underlines lie at one place, those of the shortest passages.
 * Passages by start; result: spans in order per layer, neighbours of one layer joined.
 */
export function paintLayers(
  passages: readonly PaintedPassage[],
  inHand: Id | null,
): ReadonlyMap<LayerName, readonly Span[]> {
  const edges = edgesOf(passages);
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
  for (let at = 0; at + 1 < edges.length; at++) {
    const start = edges[at] ?? 0;
    const end = edges[at + 1] ?? start;
    open = open.filter((passage) => passage.end > start);
    for (let one = passages[next]; one !== undefined && one.start <= start; one = passages[++next]) {
      if (one.end > start) open.push(one);
    }
    if (open.length > 0) paintSegment(open, inHand, (layer) => put(layer, start, end));
  }
  return layers;
}

/** All places where a passage begins or ends, in order, each once. */
function edgesOf(passages: readonly PaintedPassage[]): Float64Array {
  const edges = new Float64Array(passages.length * 2);
  passages.forEach(({ start, end }, at) => {
    edges[at * 2] = start;
    edges[at * 2 + 1] = end;
  });
  return edges.sort().filter((edge, at, all) => at === 0 || edge !== all[at - 1]);
}

function paintSegment(
  open: readonly PaintedPassage[],
  inHand: Id | null,
  put: (layer: LayerName) => void,
): void {
  const held = open.find(({ id }) => id === inHand);
  if (held !== undefined) {
    const first = held.codes[0];
    put(first === undefined ? 'hand-uncoded' : `hand-${first.hue}`);
  } else put(tintOf(open));
  // A passage with two codes shows both, so that its underline alone tells them.
  const lines = shortestCoded(open).flatMap((passage) => passage.codes);
  const [one, other] = lines;
  if (one !== undefined) put(`line-1-${one.hue}-${one.mark}`);
  if (other !== undefined) put(`line-2-${other.hue}-${other.mark}`);
}

/** By how many codes lie there: none, one, two, more. */
function tintOf(open: readonly PaintedPassage[]): LayerName {
  let first: PaintedPassage['codes'][number] | undefined;
  let second: PaintedPassage['codes'][number] | undefined;
  for (const { codes } of open) {
    for (const code of codes) {
      if (first === undefined || code.id === first.id) first = code;
      else if (second === undefined || code.id === second.id) second = code;
      else return 'overlap-3';
    }
  }
  if (second !== undefined) return 'overlap-2';
  return first === undefined ? 'uncoded' : `tint-${first.hue}`;
}

/** The shortest passages that have codes, as many as there are underlines; of equal ones those that begin first. */
function shortestCoded(open: readonly PaintedPassage[]): readonly PaintedPassage[] {
  let first: PaintedPassage | undefined;
  let second: PaintedPassage | undefined;
  for (const passage of open) {
    if (passage.codes.length === 0) continue;
    const length = passage.end - passage.start;
    if (first === undefined || length < first.end - first.start) {
      second = first;
      first = passage;
    } else if (second === undefined || length < second.end - second.start) second = passage;
  }
  return [first, second].filter((passage) => passage !== undefined);
}
