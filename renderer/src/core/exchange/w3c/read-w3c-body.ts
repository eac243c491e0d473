import { iriIn, isParts, type JsonParts, manyOf, stringOf } from './json-parts';
import type { W3cAgent, W3cBody } from './w3c-model';

/** Purposes for which a resource or a text stands for a code. */
const codePurposes: readonly string[] = ['classifying', 'tagging', 'identifying', 'categorizing'];

export function readAgent(value: unknown): W3cAgent | undefined {
  const [first] = manyOf(value);
  const iri = iriIn(first);
  const described = isParts(first) ? first : undefined;
  const name = described && stringOf(described, 'name', 'foaf:name', 'label');
  if (iri === undefined && name === undefined) return undefined;
  return { iri, name, nickname: described && stringOf(described, 'nickname') };
}

function isForCode(parts: JsonParts | undefined, motivations: readonly unknown[]): boolean {
  const stated = manyOf(parts?.['purpose']);
  const purposes = stated.length > 0 ? stated : motivations;
  return purposes.some((each) =>
    codePurposes.some((purpose) => each === purpose || each === `oa:${purpose}`),
  );
}

/** One body; texts without a purpose have that of the annotation. */
export function readW3cBody(value: unknown, motivations: readonly unknown[]): W3cBody {
  if (!isParts(value)) {
    const iri = iriIn(value);
    const isCode = iri !== undefined && isForCode(undefined, motivations);
    const undated = { own: undefined, created: undefined, modified: undefined };
    return isCode ? { kind: 'code', iri, ...undated } : { kind: 'other' };
  }
  const dates = {
    own: stringOf(value, 'id', '@id'),
    created: stringOf(value, 'created'),
    modified: stringOf(value, 'modified'),
  };
  const text = value['value'] ?? value['chars'];
  const forCode = isForCode(value, motivations);
  if (typeof text === 'string') {
    if (forCode) return text.trim() === '' ? { kind: 'other' } : { kind: 'tag', name: text, ...dates };
    return { kind: 'comment', text, creator: readAgent(value['creator']), ...dates };
  }
  const iri = iriIn(value['source']) ?? dates.own;
  return forCode && iri !== undefined ? { kind: 'code', iri, ...dates } : { kind: 'other' };
}
