import type { Annotation } from '../model/annotation';
import type { Sha256 } from '../model/identity';
import { type CodePointIndex, indexCodePoints } from '../text/code-points';
import { memoText, type SnapshotIndex } from './snapshot-index';

/** Turns annotations into the objects of the JSON export. */
export type AnnotationToJson = (annotation: Annotation) => Readonly<Record<string, unknown>>;

function targetFields({ target }: Annotation, codePoints: CodePointIndex | undefined, length: number) {
  if (target.kind === 'document') {
    return {
      start: null,
      end: null,
      start_codepoint: null,
      end_codepoint: null,
      quote: null,
      prefix: null,
      suffix: null,
    };
  }
  const { start, end, quote, prefix, suffix } = target;
  const isWithin = codePoints !== undefined && start >= 0 && start <= end && end <= length;
  return {
    start,
    end,
    start_codepoint: isWithin ? codePoints.fromUtf16(start) : null,
    end_codepoint: isWithin ? codePoints.fromUtf16(end) : null,
    quote,
    prefix,
    suffix,
  };
}

/**
 * The annotation as the JSON export has it: all fields of the record, those of a newer version included, its place
 * laid open, and `code_ids` and `memo` derived for easy reading. Code points are null where the text is missing.
 */
export function annotationToJson(index: SnapshotIndex, texts: ReadonlyMap<Sha256, string>): AnnotationToJson {
  const counted = new Map<Sha256, CodePointIndex>();
  const codePointsOf = (hash: Sha256, text: string | undefined): CodePointIndex | undefined => {
    const known = counted.get(hash);
    if (known !== undefined || text === undefined) return known;
    const made = indexCodePoints(text);
    counted.set(hash, made);
    return made;
  };
  return (annotation) => {
    const { id, document_id, text_sha256, coder_id, round, target, codings, speaker_ids, voice, ...rest } =
      annotation;
    const text = texts.get(text_sha256);
    return {
      id,
      document_id,
      text_sha256,
      coder_id,
      round,
      ...targetFields(annotation, codePointsOf(text_sha256, text), text?.length ?? 0),
      codings,
      code_ids: [...new Set(codings.map(({ code_id }) => code_id))],
      memo: memoText(index, id),
      speaker_ids: speaker_ids ?? [],
      voice: voice ?? null,
      ...rest,
    };
  };
}
