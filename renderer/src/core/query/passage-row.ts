import type { Annotation, Certainty, Stance } from '../model/annotation';
import type { Id } from '../model/identity';
import { type CodeNumbers, codeOf, isUnsure, type PassageFact, stanceOf } from './passage-fact';

export interface RowCoding {
  readonly code_id: Id;
  readonly stance?: Stance;
  readonly certainty?: Certainty;
}

/** A passage as a list shows it. */
export interface PassageRow {
  readonly id: Id;
  readonly document_id: Id;
  /** UTF-16 units of the frozen text; null for an annotation of the whole document. */
  readonly span: { readonly start: number; readonly end: number } | null;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly codings: readonly RowCoding[];
  readonly coder_id: Id;
  readonly round: number;
  readonly speaker_ids: readonly Id[];
  readonly voice?: Annotation['voice'];
  readonly review?: Annotation['review'];
  /** It was found and has changed since so that it would not be found again, or is gone altogether. */
  readonly left: 'changed' | 'gone' | null;
}

export function rowOf(fact: PassageFact, numbers: CodeNumbers, left: PassageRow['left']): PassageRow {
  const { id, document_id, quote, prefix, suffix, coder_id, round, speaker_ids, voice, review } = fact;
  return {
    ...{ id, document_id, quote, prefix, suffix, coder_id, round, speaker_ids, left },
    ...(voice === undefined ? {} : { voice }),
    ...(review === undefined ? {} : { review }),
    span: fact.start < 0 ? null : { start: fact.start, end: fact.end },
    codings: fact.codings.map((packed) => {
      const stance = stanceOf(packed);
      return {
        code_id: numbers.idOf(codeOf(packed)),
        ...(stance === undefined ? {} : { stance }),
        ...(isUnsure(packed) ? { certainty: 'unsure' } : {}),
      };
    }),
  };
}
