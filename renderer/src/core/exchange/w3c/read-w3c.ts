import { fail, type Result, succeed } from '../../result';
import { derivedId } from '../derived-id';
import { locateJsonError } from '../locate-json-error';
import type { Remark } from '../refi/refi-model';
import { iriIn, isOfType, isParts, type JsonParts, manyOf, stringOf } from './json-parts';
import { readAgent, readW3cBody } from './read-w3c-body';
import { readW3cTarget } from './read-w3c-target';
import type { ReadW3c, W3cAnnotation } from './w3c-model';
import { iriOf } from './w3c-names';

/** Why a file cannot be read at all. */
export type W3cProblem =
  /** `line` and `column` from 1, in UTF-16 units. */
  | { readonly kind: 'invalid-json' | 'cut-off'; readonly line: number; readonly column: number }
  /** JSON, but no annotations. */
  | { readonly kind: 'not-w3c' };

function readAnnotation(parts: JsonParts): readonly W3cAnnotation[] {
  const iri = stringOf(parts, 'id', '@id');
  const motivations = manyOf(parts['motivation']);
  const bodies = manyOf(parts['body']).map((body) => readW3cBody(body, motivations));
  const { bodyValue } = parts;
  const more = typeof bodyValue === 'string' ? [readW3cBody({ value: bodyValue }, motivations)] : [];
  const targets = manyOf(parts['target']).flatMap((target) => readW3cTarget(target) ?? []);
  return targets.map((target, n) => ({
    // The second place of an annotation is an annotation of its own here.
    iri: n === 0 || iri === undefined ? iri : iriOf(derivedId('w3c', iri, String(n))),
    creator: readAgent(parts['creator']),
    created: stringOf(parts, 'created'),
    modified: stringOf(parts, 'modified'),
    bodies: [...bodies, ...more],
    target,
  }));
}

interface Collected {
  readonly annotations: JsonParts[];
  readonly remarks: Remark[];
  readonly pages: Set<string>;
  /** Pages that are named, but may not be in the file. */
  readonly named: Set<string>;
}

/** Walks through whatever holds annotations: lists, collections, pages, graphs. */
function collect(value: unknown, found: Collected): void {
  const waiting: unknown[] = [value];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (Array.isArray(next)) {
      waiting.unshift(...manyOf(next));
    } else if (!isParts(next)) {
      found.remarks.push(notAnAnnotation(typeof next === 'string' ? next : undefined));
    } else if (Array.isArray(next['@graph'])) {
      waiting.unshift(...manyOf(next['@graph']));
    } else if (isOfType(next, 'AnnotationCollection') || isOfType(next, 'AnnotationPage')) {
      const id = stringOf(next, 'id', '@id');
      if (isOfType(next, 'AnnotationPage') && id !== undefined) found.pages.add(id);
      const pages = [next['first'], next['next']].flatMap(manyOf);
      for (const page of pages) if (typeof page === 'string') found.named.add(page);
      waiting.unshift(...manyOf(next['items']), ...pages.filter(isParts));
    } else if (next['target'] !== undefined) {
      found.annotations.push(next);
    } else {
      found.remarks.push(notAnAnnotation(iriIn(next)));
    }
  }
}

function notAnAnnotation(id: string | undefined): Remark {
  return { outcome: 'left-out', record: 'annotation', item: { id }, reason: 'not-an-annotation' };
}

function parse(text: string): Result<unknown, W3cProblem> {
  try {
    const value: unknown = JSON.parse(text);
    return succeed(value);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { line, column, cut } = locateJsonError(text);
    return fail({ kind: cut ? 'cut-off' : 'invalid-json', line, column });
  }
}

/**
 * Reads Web Annotations: a collection with its pages in it, a page, one annotation, or a list of any of these.
 * Pages that are only named are listed, since nothing is ever fetched.
 */
export function readW3c(raw: string): Result<ReadW3c, W3cProblem> {
  const parsed = parse(raw.startsWith('\ufeff') ? raw.slice(1) : raw);
  if (!parsed.ok) return parsed;
  const found: Collected = { annotations: [], remarks: [], pages: new Set(), named: new Set() };
  collect(parsed.value, found);
  const isOurs = found.annotations.length > 0 || found.pages.size > 0 || found.named.size > 0;
  const root = parsed.value;
  const isEmpty = Array.isArray(root)
    ? root.length === 0
    : isParts(root) && isOfType(root, 'AnnotationCollection');
  if (!isOurs && !isEmpty) return fail({ kind: 'not-w3c' });
  const missing = [...found.named].filter((page) => !found.pages.has(page));
  const annotations = found.annotations.flatMap((parts) => {
    const read = readAnnotation(parts);
    if (read.length === 0) found.remarks.push(notAnAnnotation(stringOf(parts, 'id', '@id')));
    return read;
  });
  return succeed({
    annotations,
    remarks: [
      ...found.remarks,
      ...missing.map(
        (id): Remark => ({
          outcome: 'left-out',
          record: 'file',
          item: { id, name: id },
          reason: 'page-missing',
        }),
      ),
    ],
  });
}
