/** What the index keeps of an annotation: small, for there may be a hundred thousand of them. */
import type { Annotation, Coding, Stance } from '../model/annotation';
import type { Id, Time } from '../model/identity';

/** The part of an annotation that the index goes by. */
export interface IndexedAnnotation
  extends Pick<
    Annotation,
    'id' | 'document_id' | 'target' | 'coder_id' | 'round' | 'speaker_ids' | 'voice' | 'review' | 'created_at'
  > {
  readonly codings: readonly Pick<Coding, 'code_id' | 'stance' | 'certainty'>[];
}

export interface PassageFact {
  readonly id: Id;
  readonly document_id: Id;
  /** UTF-16 units; -1 for one of the whole document. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly coder_id: Id;
  readonly round: number;
  readonly speaker_ids: readonly Id[];
  readonly voice: Annotation['voice'];
  readonly review: Annotation['review'];
  readonly created_at: Time;
  /** Each coding as one number: the code's number, its stance and whether it is unsure. */
  readonly codings: readonly number[];
}

/** Codes by small numbers, in the order in which they were first met. A number is never given twice. */
export interface CodeNumbers {
  of(id: Id): number;
  idOf(number: number): Id;
  readonly size: number;
}

export function createCodeNumbers(): CodeNumbers {
  const numbers = new Map<Id, number>();
  const ids: Id[] = [];
  return {
    of: (id) => {
      let number = numbers.get(id);
      if (number === undefined) {
        number = ids.length;
        numbers.set(id, number);
        ids.push(id);
      }
      return number;
    },
    idOf: (number) => ids[number] ?? '',
    get size() {
      return ids.length;
    },
  };
}

const stances: readonly (Stance | undefined)[] = [undefined, 'affirms', 'denies', 'mentions'];
const none: readonly never[] = [];

function packCoding(
  { code_id, stance, certainty }: IndexedAnnotation['codings'][number],
  numbers: CodeNumbers,
): number {
  return numbers.of(code_id) * 8 + stances.indexOf(stance) * 2 + (certainty === 'unsure' ? 1 : 0);
}

export const codeOf = (packed: number): number => Math.floor(packed / 8);
export const stanceOf = (packed: number): Stance | undefined => stances[(packed >> 1) & 3];
export const isUnsure = (packed: number): boolean => (packed & 1) === 1;

export function factOf(annotation: IndexedAnnotation, numbers: CodeNumbers): PassageFact {
  const { target, codings, speaker_ids } = annotation;
  const place =
    target.kind === 'passage' ? target : { start: -1, end: -1, quote: '', prefix: '', suffix: '' };
  return {
    id: annotation.id,
    document_id: annotation.document_id,
    start: place.start,
    end: place.end,
    quote: place.quote,
    prefix: place.prefix,
    suffix: place.suffix,
    coder_id: annotation.coder_id,
    round: annotation.round,
    speaker_ids: speaker_ids === undefined || speaker_ids.length === 0 ? none : speaker_ids,
    voice: annotation.voice,
    review: annotation.review,
    created_at: annotation.created_at,
    codings: codings.length === 0 ? none : codings.map((coding) => packCoding(coding, numbers)),
  };
}

/** The order of core/annotation-order: the whole document first, then by start, end and time; ids settle the rest. */
export function compareFacts(one: PassageFact, other: PassageFact): number {
  return (
    one.start - other.start ||
    one.end - other.end ||
    compareTexts(one.created_at, other.created_at) ||
    compareTexts(one.id, other.id)
  );
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
