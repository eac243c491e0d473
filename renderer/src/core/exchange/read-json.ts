import { fail, type Result, succeed } from '../result';
import { canonicalText } from '../text/canonical-text';
import { jsonFormat, jsonVersion } from './json-format';
import { fileSchema, type JsonFile } from './json-schema';
import { locateJsonError } from './locate-json-error';

/** Why a file cannot be read at all. Nothing of it is imported then. */
export type ReadProblem =
  /** `line` and `column` from 1, in UTF-16 units. */
  | { readonly kind: 'invalid-json'; readonly line: number; readonly column: number }
  /** It is JSON up to its end, but the end is missing. */
  | { readonly kind: 'cut-off'; readonly line: number; readonly column: number }
  /** JSON of another program; `format` is what it calls itself. */
  | { readonly kind: 'not-ours'; readonly format: string | null }
  /** Written by a newer program in a way that this one could misread. */
  | { readonly kind: 'newer-version'; readonly version: number; readonly generator: string | null }
  /** A value is not of its type; `path` is a JSON path. */
  | { readonly kind: 'wrong-type'; readonly path: string; readonly expected: string; readonly found: string };

/** A file read and checked for its types, before it is compared with the project. */
export interface ReadFile {
  readonly file: JsonFile;
  /** The texts of its documents as they would be frozen, each once: to be hashed and stored by the caller. */
  readonly texts: readonly string[];
  /** Half surrogate pairs in names and memos that were put as U+FFFD. */
  readonly loneSurrogates: number;
}

/** The value of a JSON text, or the place where it breaks. */
export function parseJson(text: string): Result<unknown, Extract<ReadProblem, { readonly line: number }>> {
  try {
    const value: unknown = JSON.parse(text);
    return succeed(value);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { line, column, cut } = locateJsonError(text);
    return fail({ kind: cut ? 'cut-off' : 'invalid-json', line, column });
  }
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

/** Half a surrogate pair can stand in JSON only as an escape, or in a text that was never UTF-8. */
const suspicious = /\\u[dD][89a-fA-F]|\p{Surrogate}/u;
const deepest = 100;

/** The value with U+FFFD for every half of a surrogate pair, and their number. */
export function mend(value: unknown): { readonly value: unknown; readonly mended: number } {
  let mended = 0;
  const walk = (inner: unknown, depth: number): unknown => {
    if (typeof inner === 'string') {
      return inner.replace(/\p{Surrogate}/gu, () => {
        mended += 1;
        return '\ufffd';
      });
    }
    if (typeof inner !== 'object' || inner === null || depth > deepest) return inner;
    if (Array.isArray(inner)) return inner.map((item) => walk(item, depth + 1));
    return Object.fromEntries(Object.entries(inner).map(([key, item]) => [key, walk(item, depth + 1)]));
  };
  const whole = walk(value, 0);
  return { value: whole, mended };
}

/**
 * Reads a file of our JSON format. Whatever is wrong with it comes back as one named problem with its place; a file
 * of a newer minor version is read, its unknown fields kept.
 */
export function readJson(raw: string): Result<ReadFile, ReadProblem> {
  const text = raw.startsWith('\ufeff') ? raw.slice(1) : raw;
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const format = field(parsed.value, 'format');
  if (format !== jsonFormat) {
    return fail({ kind: 'not-ours', format: typeof format === 'string' ? format : null });
  }
  const version = field(parsed.value, 'version');
  if (typeof version === 'number' && version > jsonVersion) {
    const generator = field(parsed.value, 'generator');
    return fail({
      kind: 'newer-version',
      version,
      generator: typeof generator === 'string' ? generator : null,
    });
  }
  const { value, mended } = suspicious.test(text) ? mend(parsed.value) : { value: parsed.value, mended: 0 };
  const decoded = fileSchema(value);
  if (!decoded.ok) return fail({ kind: 'wrong-type', ...decoded.error, path: `$${decoded.error.path}` });
  const texts = new Set<string>();
  for (const document of decoded.value.documents ?? []) {
    if (document.text !== undefined) texts.add(canonicalText(document.text).text);
  }
  return succeed({ file: decoded.value, texts: [...texts], loneSurrogates: mended });
}
