import { iriIn, isOfType, isParts, type JsonParts, manyOf, stringOf } from './json-parts';
import type { W3cTarget } from './w3c-model';

/** Line ends as in frozen texts. */
function lineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function count(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}

/** Selectors in a list are alternatives; one may be refined by others. */
function selectorsIn(value: unknown): readonly JsonParts[] {
  return manyOf(value).flatMap((each): readonly JsonParts[] =>
    isParts(each) ? [each, ...selectorsIn(each['refinedBy'])] : [],
  );
}

function hashIn(parts: JsonParts | undefined): string | undefined {
  const raw = parts && stringOf(parts, 'schema:sha256', 'sha256', 'https://schema.org/sha256', 'text_sha256');
  const hash = raw?.replace(/^sha-?256[-:]/i, '').toLowerCase();
  return hash !== undefined && /^[0-9a-f]{64}$/.test(hash) ? hash : undefined;
}

/** One target: an IRI, a described resource, or a specific resource with its source. */
export function readW3cTarget(value: unknown): W3cTarget | undefined {
  if (!isParts(value)) {
    const iri = iriIn(value);
    return iri === undefined
      ? undefined
      : {
          ...{ iri, hash: undefined, title: undefined, path: undefined },
          ...{ hasSelector: false, position: undefined, quote: undefined },
        };
  }
  const isSpecific = value['source'] !== undefined;
  const source = isSpecific ? value['source'] : value;
  const described = isParts(source) ? source : undefined;
  const iri = iriIn(source);
  if (iri === undefined && described === undefined) return undefined;
  const selectors = selectorsIn(value['selector']);
  const position = selectors.find((each) => isOfType(each, 'TextPositionSelector'));
  const start = count(position?.['start']);
  const end = count(position?.['end']);
  const quote = selectors.find((each) => isOfType(each, 'TextQuoteSelector'));
  const exact = quote?.['exact'];
  const part = (name: string): string => lineEnds((quote && stringOf(quote, name)) ?? '');
  const titles = ['dcterms:title', 'dc:title', 'title', 'label', 'rdfs:label', 'name'];
  return {
    iri,
    hash: hashIn(described) ?? hashIn(value),
    title: described && stringOf(described, ...titles),
    path: described && stringOf(described, 'dcterms:identifier', 'path'),
    hasSelector: value['selector'] !== undefined,
    position: start === undefined || end === undefined ? undefined : { start, end },
    quote:
      typeof exact === 'string'
        ? { exact: lineEnds(exact), prefix: part('prefix'), suffix: part('suffix') }
        : undefined,
  };
}
