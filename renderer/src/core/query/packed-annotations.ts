/**
 * Annotations on their way to the index, as one string of JSON. Measured with 100,000: the receiving side takes a
 * tenth of the time that structured cloning of the records takes, the sending side no more.
 */
import type { Annotation, Stance, Voice } from '../model/annotation';
import type { Id } from '../model/identity';
import type { IndexedAnnotation } from './passage-fact';

/** What few annotations have; null for all others. */
type Extras =
  | readonly [speaker_ids: readonly Id[] | null, voice: Voice | null, review: Annotation['review'] | null]
  | null;

type Row = readonly [
  id: Id,
  /** Numbers of words that come again and again. */
  document: number,
  coder: number,
  round: number,
  /** As a number of the same kind: what was imported at once has one time. */
  created_at: number,
  /** null for one of the whole document. */
  place: readonly [start: number, end: number, quote: string, prefix: string, suffix: string] | null,
  extras: Extras,
  /** Three numbers for each: the code, its stance, and whether it is unsure. */
  codings: readonly number[],
];

interface Packed {
  readonly names: readonly Id[];
  readonly rows: readonly Row[];
}

const stances: readonly (Stance | undefined)[] = [undefined, 'affirms', 'denies', 'mentions'];

export function packAnnotations(annotations: readonly Annotation[]): string {
  const numbers = new Map<Id, number>();
  const numberOf = (id: Id): number => {
    const number = numbers.get(id) ?? numbers.size;
    if (number === numbers.size) numbers.set(id, number);
    return number;
  };
  const rows = annotations.map((one): Row => {
    const { target, speaker_ids, voice, review } = one;
    const isPlain = speaker_ids === undefined && voice === undefined && review === undefined;
    return [
      one.id,
      numberOf(one.document_id),
      numberOf(one.coder_id),
      one.round,
      numberOf(one.created_at),
      target.kind === 'document'
        ? null
        : [target.start, target.end, target.quote, target.prefix, target.suffix],
      isPlain ? null : [speaker_ids ?? null, voice ?? null, review ?? null],
      one.codings.flatMap(({ code_id, stance, certainty }) => [
        numberOf(code_id),
        stances.indexOf(stance),
        certainty === undefined ? 0 : 1,
      ]),
    ];
  });
  return JSON.stringify({ names: [...numbers.keys()], rows } satisfies Packed);
}

/** What the index needs of each annotation, in the order in which they were packed. */
export function unpackAnnotations(text: string): readonly IndexedAnnotation[] {
  const { names, rows } = JSON.parse(text) as Packed; // made above
  const nameOf = (number: number): Id => names[number] ?? '';
  return rows.map(([id, document, coder, round, created_at, place, extras, codings]) => {
    const [speaker_ids, voice, review] = extras ?? [null, null, null];
    return {
      ...{ id, round, created_at: nameOf(created_at) },
      document_id: nameOf(document),
      coder_id: nameOf(coder),
      target: place === null ? { kind: 'document' } : passage(place),
      ...(speaker_ids === null ? {} : { speaker_ids }),
      ...(voice === null ? {} : { voice }),
      ...(review == null ? {} : { review }),
      codings: Array.from({ length: codings.length / 3 }, (_, n) => codingAt(codings, n * 3, nameOf)),
    };
  });
}

function passage([start, end, quote, prefix, suffix]: NonNullable<Row[5]>): IndexedAnnotation['target'] {
  return { kind: 'passage', start, end, quote, prefix, suffix };
}

function codingAt(
  codings: readonly number[],
  at: number,
  nameOf: (number: number) => Id,
): IndexedAnnotation['codings'][number] {
  const stance = stances[codings[at + 1] ?? 0];
  return {
    code_id: nameOf(codings[at] ?? -1),
    ...(stance === undefined ? {} : { stance }),
    ...(codings[at + 2] === 1 ? { certainty: 'unsure' } : {}),
  };
}
