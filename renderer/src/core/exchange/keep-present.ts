import type { Annotation } from '../model/annotation';
import type { Memo } from '../model/memo';
import type { Span } from '../model/span';
import { canonicalId } from './import-stage';
import type { FileAnnotation, FileCoding, FileMemo } from './json-schema';

/*
 * What a format of others cannot say is no difference to what is here: it is filled in from the project before a
 * file is compared with it.
 */

/** Codings of a file for an annotation that is here, in the order and with the stance they have here. */
export function keepPresentCodings(
  known: Annotation | undefined,
  codings: readonly FileCoding[],
): readonly FileCoding[] {
  if (known === undefined) return codings;
  const present = new Map(known.codings.map((coding) => [coding.id, coding]));
  const merged = codings.map((coding): FileCoding => {
    const own = present.get(canonicalId(coding.id) ?? '');
    return own?.code_id === coding.code_id ? { ...own, ...coding } : coding;
  });
  // Their order means nothing.
  const rank = new Map(known.codings.map(({ id }, at) => [id, at]));
  const rankOf = ({ id }: FileCoding): number => rank.get(canonicalId(id) ?? '') ?? known.codings.length;
  return merged.toSorted((a, b) => rankOf(a) - rankOf(b));
}

/** Prefix and suffix as they are kept here, where the passage stands at the same place. */
export function keepPresentContext(
  known: Annotation | undefined,
  { start, end }: Span,
): Pick<FileAnnotation, 'prefix' | 'suffix'> {
  const target = known?.target;
  if (target?.kind !== 'passage' || target.start !== start || target.end !== end) return {};
  return { prefix: target.prefix, suffix: target.suffix };
}

/** A memo of the same words keeps its markup, and what it is about. */
export function keepPresentMemo(known: Memo | undefined, memo: FileMemo): FileMemo {
  if (known === undefined || known.text !== memo.text) return memo;
  return { ...memo, markdown: known.markdown, target: known.target };
}
