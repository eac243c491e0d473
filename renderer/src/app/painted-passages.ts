import { resolveAnchor } from '@core/anchor/resolve-anchor';
import { hueOf, markOf } from '@core/codebook/hues';
import type { Annotation } from '@core/model/annotation';
import type { Code } from '@core/model/code';
import type { Id } from '@core/model/identity';
import type { Span } from '@core/model/span';
import type { PaintedPassage } from '@core/paint/paint-layers';
import type { StripeItem } from '../document/lane-painter';
import { t } from '../ui/strings';

export interface Painted {
  readonly passages: readonly PaintedPassage[];
  readonly stripes: readonly StripeItem[];
}

/** Longest quote in a label, in UTF-16 units. */
const labelLength = 80;

interface PaintedAnnotation {
  readonly passage: PaintedPassage;
  readonly stripes: readonly StripeItem[];
}

/**
 * What the reader paints of a document's annotations. One whose place does not hold its quote is not painted. The
 * painter remembers what it made of each annotation: of thousands, a coding changes one.
 */
export function createPassagePainter(
  codes: ReadonlyMap<Id, Code>,
  order: ReadonlyMap<Id, number>,
  text: string,
): (annotations: readonly Annotation[]) => Painted {
  const known = new WeakMap<Annotation, PaintedAnnotation | null>();
  const paint = (annotation: Annotation): PaintedAnnotation | null => {
    const made = known.get(annotation);
    if (made !== undefined) return made;
    const painted = paintAnnotation(annotation, codes, order, text);
    known.set(annotation, painted);
    return painted;
  };
  return (annotations) => {
    const painted = annotations.flatMap((annotation) => paint(annotation) ?? []);
    const inOrder = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;
    return {
      passages: painted.map(({ passage }) => passage).sort(inOrder),
      stripes: painted.flatMap(({ stripes }) => stripes).sort(inOrder),
    };
  };
}

function paintAnnotation(
  { id, target, codings }: Annotation,
  codes: ReadonlyMap<Id, Code>,
  order: ReadonlyMap<Id, number>,
  text: string,
): PaintedAnnotation | null {
  if (target.kind !== 'passage' || !resolveAnchor(text, target).ok) return null;
  const { start, end, quote } = target;
  const own = codings
    .flatMap((coding) => {
      const code = codes.get(coding.code_id);
      return code === undefined ? [] : [{ coding, code }];
    })
    .sort((a, b) => (order.get(a.code.id) ?? 0) - (order.get(b.code.id) ?? 0));
  return {
    passage: {
      ...{ id, start, end },
      codes: own.map(({ code }) => ({ id: code.id, hue: hueOf(code.color), mark: markOf(code.mark) })),
    },
    stripes: own.map(({ coding, code }) => ({
      ...{ start, end, annotation_id: id, coding_id: coding.id, color: code.color },
      // Only stripes that are drawn need their words.
      get label() {
        return t('reader:stripe', { code: code.name, quote: quote.slice(0, labelLength) });
      },
    })),
  };
}
