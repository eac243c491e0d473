import type { Annotation, Coding } from './annotation';

/**
 * The same annotation with strings that many annotations have in common held once: what is read from a store or a file
 * brings each anew, which takes up a third more memory. One for each reading.
 */
export function stringSharer(): (annotation: Annotation) => Annotation {
  const known = new Map<string, string>();
  const shared = <T extends string>(text: T): T => {
    const found = known.get(text);
    if (found !== undefined) return found as T; // the same letters
    known.set(text, text);
    return text;
  };
  /** A coding is mostly of the same moment as its annotation, and not changed since. */
  const coding = (one: Coding, at: string): Coding => {
    const created_at = one.created_at === at ? at : one.created_at;
    const modified_at = one.modified_at === created_at ? created_at : one.modified_at;
    return { ...one, code_id: shared(one.code_id), origin: shared(one.origin), created_at, modified_at };
  };
  return (annotation) => {
    const { created_at, codings } = annotation;
    return {
      ...annotation,
      document_id: shared(annotation.document_id),
      text_sha256: shared(annotation.text_sha256),
      coder_id: shared(annotation.coder_id),
      origin: shared(annotation.origin),
      modified_at: annotation.modified_at === created_at ? created_at : annotation.modified_at,
      codings: codings.map((one) => coding(one, created_at)),
    };
  };
}
