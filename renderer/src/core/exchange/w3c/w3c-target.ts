import { describeAnchor } from '../../anchor/describe-anchor';
import { resolveAnchor } from '../../anchor/resolve-anchor';
import type { Annotation, PassageTarget } from '../../model/annotation';
import type { Document } from '../../model/document';
import type { CodePointIndex } from '../../text/code-points';
import { snapToGraphemes } from '../../text/graphemes';
import { iriOf } from './w3c-names';

type JsonObject = Readonly<Record<string, unknown>>;

export interface CountedText {
  readonly text: string;
  readonly codePoints: CodePointIndex;
}

/**
 * The document as a resource, with what lets another copy of it be recognised. The prefixes are declared by the
 * model's own context.
 */
function sourceOf(
  annotation: Annotation,
  document: Document | undefined,
  language: string | undefined,
): JsonObject {
  return {
    id: iriOf(annotation.document_id),
    type: 'Text',
    format: 'text/plain',
    ...(language === undefined ? {} : { language }),
    ...(document === undefined
      ? {}
      : { 'dcterms:title': document.title, 'dcterms:identifier': document.path }),
    'schema:sha256': annotation.text_sha256,
  };
}

/** Up to 32 units on either side, none of it part of a character that is cut (SHOULD NOT in the model). */
function contextOf(text: string, { start, end, prefix, suffix }: PassageTarget): JsonObject {
  const first = start - prefix.length;
  const last = end + suffix.length;
  const from = first === 0 ? 0 : snapToGraphemes(text, { start: first, end: first });
  const to = last === text.length ? last : snapToGraphemes(text, { start: last, end: last });
  const begin = typeof from === 'number' ? from : from.start === first ? first : from.end;
  const finish = typeof to === 'number' ? to : to.start;
  return {
    prefix: text.slice(Math.min(begin, start), start),
    suffix: text.slice(end, Math.max(finish, end)),
  };
}

/**
 * Where an annotation stands: by position in code points, and by its quote. `placed` is false for a passage that no
 * longer stands at its place, or whose text is not at hand: it has its quote alone.
 */
export function w3cTarget(
  annotation: Annotation,
  document: Document | undefined,
  counted: CountedText | undefined,
  /** The document's, as a tag. */
  language?: string,
): { readonly target: JsonObject; readonly placed: boolean } {
  const source = sourceOf(annotation, document, language);
  const { target } = annotation;
  if (target.kind === 'document') return { target: source, placed: true };
  const placed = counted !== undefined && resolveAnchor(counted.text, target).ok;
  if (!placed) {
    const { quote, prefix, suffix } = target;
    const selector = { type: 'TextQuoteSelector', exact: quote, prefix, suffix };
    return { target: { type: 'SpecificResource', source, selector }, placed };
  }
  const { text, codePoints } = counted;
  const selector = [
    {
      type: 'TextPositionSelector',
      start: codePoints.fromUtf16(target.start),
      end: codePoints.fromUtf16(target.end),
    },
    {
      type: 'TextQuoteSelector',
      exact: target.quote,
      // The record's own may be shorter than others need to tell two passages apart.
      ...contextOf(text, describeAnchor(text, target)),
    },
  ];
  return { target: { type: 'SpecificResource', source, selector }, placed };
}
