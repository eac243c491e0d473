import { parseQuery } from './parse-query';
import type { QueryNode } from './query-tree';
import { type SearchPlace, searchPlaces } from './search-entry';

/** Where a query is to be searched, as far as it can be read: the texts where it says nothing of it. */
export function placeOfQuery(query: string): SearchPlace {
  const parsed = parseQuery(query);
  const named = parsed.ok ? placesIn(parsed.value)[0] : undefined;
  return searchPlaces.find((one) => one === named) ?? 'text';
}

function placesIn(node: QueryNode): readonly string[] {
  switch (node.kind) {
    case 'term':
    case 'pattern':
    case 'near':
      return [];
    case 'filter':
      return node.key.toLowerCase() === 'in' ? [node.value.toLowerCase()] : [];
    case 'not':
      return placesIn(node.node);
    case 'and':
    case 'or':
      return node.nodes.flatMap(placesIn);
  }
}
