import { resolveAnchor } from '@core/anchor/resolve-anchor';
import { codesInOrder } from '@core/codebook/code-tree';
import { hueOf, markOf } from '@core/codebook/hues';
import type { Annotation, Coding, PassageTarget } from '@core/model/annotation';
import type { Code } from '@core/model/code';
import type { Id } from '@core/model/identity';
import type { PaintedPassage } from '@core/paint/paint-layers';
import type { StripeItem } from '../document/stripe-elements';
import { t } from '../ui/strings';

export interface PaintedAnnotation {
  readonly passage: PaintedPassage;
  readonly stripes: readonly StripeItem[];
}

/** Longest quote in a label, in UTF-16 units. */
const labelLength = 80;

/** A code as it is painted, once for all its codings. */
interface Look {
  readonly code: Code;
  readonly place: number;
  readonly painted: PaintedPassage['codes'][number];
  /** It alone, for all the passages that have no other code. */
  readonly alone: PaintedPassage['codes'];
  readonly label: (quote: string) => string;
}

interface Coded {
  readonly coding: Coding;
  readonly look: Look;
}

/**
 * What the reader paints of one annotation of a text; null when its place does not hold its quote, or is the whole
 * document. Thousands are made before a text shows, so each costs a few small objects and no words.
 */
export function createAnnotationPainter(
  codes: readonly Code[],
  text: string,
): (annotation: Annotation) => PaintedAnnotation | null {
  const places = new Map(codesInOrder(codes).map(({ id }, place) => [id, place]));
  const looks = new Map<Id, Look>(
    codes.map((code) => {
      const painted = { id: code.id, hue: hueOf(code.color), mark: markOf(code.mark) };
      return [
        code.id,
        { code, place: places.get(code.id) ?? 0, painted, alone: [painted], label: labelOf(code) },
      ];
    }),
  );
  const codedOf = (codings: readonly Coding[]): readonly Coded[] => {
    const coded: Coded[] = [];
    for (const coding of codings) {
      const look = looks.get(coding.code_id);
      if (look !== undefined) coded.push({ coding, look });
    }
    return coded.length < 2 ? coded : coded.sort((one, other) => one.look.place - other.look.place);
  };
  return ({ id, target, codings }) => {
    if (target.kind !== 'passage' || !resolveAnchor(text, target).ok) return null;
    const { start, end } = target;
    const coded = codedOf(codings);
    const alone = coded.length === 1 ? coded[0]?.look.alone : undefined;
    return {
      passage: { id, start, end, codes: alone ?? coded.map(({ look }) => look.painted) },
      stripes: coded.map(({ coding, look }) => new CodingStripe(id, target, coding.id, look)),
    };
  };
}

class CodingStripe implements StripeItem {
  readonly start: number;
  readonly end: number;
  readonly color: string;
  readonly mark: string;
  readonly name: string;
  readonly annotation_id: Id;
  readonly coding_id: Id;
  readonly #look: Look;
  readonly #quote: string;

  constructor(annotation_id: Id, target: PassageTarget, coding_id: Id, look: Look) {
    const { code } = look;
    this.annotation_id = annotation_id;
    this.coding_id = coding_id;
    this.start = target.start;
    this.end = target.end;
    this.color = code.color;
    this.mark = code.mark;
    this.name = code.name;
    this.#look = look;
    this.#quote = target.quote;
  }

  /** Only stripes that are drawn need their words. */
  get label(): string {
    return this.#look.label(this.#quote.slice(0, labelLength));
  }
}

/**
 * The words of a coding by its quote. The sentence is asked for once for a code, with a sign in the quote's place:
 * hundreds of stripes come into view at a time.
 */
function labelOf(code: Code): (quote: string) => string {
  let around: readonly string[] | null = null;
  return (quote) => {
    around ??= t('reader:stripe', { code: code.name, quote: placeOfQuote }).split(placeOfQuote);
    return around.join(quote);
  };
}

/** Stands in no name of a code. */
const placeOfQuote = '\u0000';
