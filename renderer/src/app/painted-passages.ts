import { changedStretch } from '@core/change-mapper';
import type { Annotation, Target } from '@core/model/annotation';
import type { Code } from '@core/model/code';
import { exchangeSpans } from '@core/paint/interval-index';
import type { PaintedPassage } from '@core/paint/paint-layers';
import type { StripeItem } from '../document/stripe-elements';
import { createAnnotationPainter, type PaintedAnnotation } from './paint-annotation';

export interface Painted {
  readonly passages: readonly PaintedPassage[];
  readonly stripes: readonly StripeItem[];
}

/**
 * What the reader paints of a document's annotations, by start, longer first. One whose place does not hold its quote
 * is not painted. The painter remembers what it made of each annotation: of thousands, a coding changes one.
 */
export function createPassagePainter(
  codes: readonly Code[],
  text: string,
): (annotations: readonly Annotation[]) => Painted {
  const paint = createAnnotationPainter(codes, text);
  let before: readonly Annotation[] = [];
  let made: readonly (PaintedAnnotation | null)[] = [];
  let painted: Painted = { passages: [], stripes: [] };
  return (annotations) => {
    const { from, beforeEnd, afterEnd } = changedStretch(before, annotations);
    const known = new Map(
      before.slice(from, beforeEnd).map((one, at) => [one.id, [one, made[from + at]] as const]),
    );
    const fresh = annotations.slice(from, afterEnd).map((annotation) => {
      const [was, paintedThen] = known.get(annotation.id) ?? [];
      return was !== undefined && paintedThen !== undefined && looksTheSame(was, annotation)
        ? paintedThen
        : paint(annotation);
    });
    painted = exchange(painted, made.slice(from, beforeEnd), fresh);
    made = [...made.slice(0, from), ...fresh, ...made.slice(beforeEnd)];
    before = annotations;
    return painted;
  };
}

/** The same object where what comes is what went. */
function exchange(
  painted: Painted,
  former: readonly (PaintedAnnotation | null)[],
  latter: readonly (PaintedAnnotation | null)[],
): Painted {
  const out = partsOf(without(former, latter));
  const put = partsOf(without(latter, former));
  if (out.passages.length === 0 && put.passages.length === 0) return painted;
  return {
    passages: exchangeSpans(painted.passages, out.passages, put.passages),
    stripes: exchangeSpans(painted.stripes, out.stripes, put.stripes),
  };
}

function partsOf(list: readonly PaintedAnnotation[]): Painted {
  const passages: PaintedPassage[] = [];
  const stripes: StripeItem[] = [];
  for (const one of list) {
    passages.push(one.passage);
    stripes.push(...one.stripes);
  }
  return { passages, stripes };
}

function without(
  list: readonly (PaintedAnnotation | null)[],
  others: readonly (PaintedAnnotation | null)[],
): readonly PaintedAnnotation[] {
  const there = list.filter((one) => one !== null);
  // A text that is opened: thousands come, and none was there.
  if (others.length === 0) return there;
  const left = new Set(others);
  return there.filter((one) => !left.has(one));
}

/** Whether two states of one annotation have the same place and codes: what else is known of them is not painted. */
function looksTheSame(one: Annotation, other: Annotation): boolean {
  return (
    samePlace(one.target, other.target) &&
    one.codings.length === other.codings.length &&
    one.codings.every(({ id, code_id }, at) => {
      const coding = other.codings[at];
      return coding?.id === id && coding.code_id === code_id;
    })
  );
}

function samePlace(one: Target, other: Target): boolean {
  if (one.kind === 'document' || other.kind === 'document') return one.kind === other.kind;
  return one.start === other.start && one.end === other.end && one.quote === other.quote;
}
