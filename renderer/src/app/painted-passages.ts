import { resolveAnchor } from '@core/anchor/resolve-anchor';
import { hueOf, markOf } from '@core/codebook/hues';
import type { Annotation } from '@core/model/annotation';
import type { Code } from '@core/model/code';
import type { Id } from '@core/model/identity';
import type { PaintedPassage } from '@core/paint/paint-layers';
import type { StripeItem } from '../document/lane-painter';
import { t } from '../ui/strings';

export interface Painted {
  readonly passages: readonly PaintedPassage[];
  readonly stripes: readonly StripeItem[];
}

/** Longest quote in a label, in UTF-16 units. */
const labelLength = 80;

/** What the reader paints of a document's annotations. One whose place does not hold its quote is not painted. */
export function paintedPassages(
  annotations: readonly Annotation[],
  codes: ReadonlyMap<Id, Code>,
  order: ReadonlyMap<Id, number>,
  text: string,
): Painted {
  const passages: PaintedPassage[] = [];
  const stripes: StripeItem[] = [];
  for (const { id, target, codings } of annotations) {
    if (target.kind !== 'passage' || !resolveAnchor(text, target).ok) continue;
    const { start, end, quote } = target;
    const own = codings
      .flatMap((coding) => {
        const code = codes.get(coding.code_id);
        return code === undefined ? [] : [{ coding, code }];
      })
      .sort((a, b) => (order.get(a.code.id) ?? 0) - (order.get(b.code.id) ?? 0));
    passages.push({
      ...{ id, start, end },
      codes: own.map(({ code }) => ({ id: code.id, hue: hueOf(code.color), mark: markOf(code.mark) })),
    });
    for (const { coding, code } of own) {
      stripes.push({
        ...{ start, end, annotation_id: id, coding_id: coding.id, color: code.color },
        label: t('reader:stripe', { code: code.name, quote: quote.slice(0, labelLength) }),
      });
    }
  }
  const inOrder = (a: { start: number; end: number }, b: { start: number; end: number }): number =>
    a.start - b.start || b.end - a.end;
  return { passages: passages.sort(inOrder), stripes: stripes.sort(inOrder) };
}
