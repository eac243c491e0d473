import { parseQuery } from './parse-query';
import type { QueryNode } from './query-tree';
import { type SearchPlace, searchPlaces } from './search-entry';

/** Where a query is to be searched, as far as it can be read: the texts where it says nothing of it. */
export function placeOfQuery(query: string): SearchPlace {
  const named = filtersOf(query).find(({ key }) => key === 'in')?.value;
  return searchPlaces.find((one) => one === named) ?? 'text';
}

/** What may change so that what a query found is no longer what it would find. */
export type SearchChange = SearchPlace | 'passages' | 'readings';

/** Filters that are asked of passages. */
const ofPassages = ['code', 'coder', 'speaker', 'stance', 'review'];

/** Whether what a query finds hangs on this. */
export function hangsOn(query: string, change: SearchChange): boolean {
  if (change === 'passages') return filtersOf(query).some(({ key }) => ofPassages.includes(key));
  if (change === 'readings') return filtersOf(query).some(({ key }) => key === 'state');
  return placeOfQuery(query) === change;
}

interface NamedFilter {
  readonly key: string;
  readonly value: string;
}

function filtersOf(query: string): readonly NamedFilter[] {
  const parsed = parseQuery(query);
  return parsed.ok ? filtersIn(parsed.value) : [];
}

function filtersIn(node: QueryNode): readonly NamedFilter[] {
  switch (node.kind) {
    case 'term':
    case 'pattern':
    case 'near':
      return [];
    case 'filter':
      return [{ key: node.key.toLowerCase(), value: node.value.toLowerCase() }];
    case 'not':
      return filtersIn(node.node);
    case 'and':
    case 'or':
      return node.nodes.flatMap(filtersIn);
  }
}
